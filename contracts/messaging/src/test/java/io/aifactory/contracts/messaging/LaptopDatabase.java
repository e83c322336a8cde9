package io.aifactory.contracts.messaging;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL that all tests of a JVM share, with a fresh database for each that asks. */
public final class LaptopDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private LaptopDatabase() {}

    /** Returns the JDBC address of a new, empty database. */
    public static String freshUrl() {
        String name = "test_" + COUNT.incrementAndGet();
        server().sql("CREATE DATABASE " + name).update();
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /** Returns a new database that has the messaging tables. */
    public static DataSource freshWithMessagingTables() {
        String url = freshUrl();
        Flyway.configure()
                .dataSource(url, "postgres", "")
                .locations("classpath:db/messaging")
                .load()
                .migrate();
        return Server.POSTGRES.getDatabase("postgres", nameIn(url));
    }

    /** Returns a new, empty database that can go away and come back. */
    public static Outage withOutages() {
        return new Outage(freshUrl());
    }

    /**
     * A database that goes away and comes back.
     *
     * @param url its JDBC address
     */
    public record Outage(String url) {

        /** Ends all connections to it and lets nobody make a new one. */
        public void begins() {
            allowConnections(false);
            server().sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?")
                    .param(nameIn(url))
                    .query((row, number) -> true)
                    .list();
        }

        /** Lets everybody in again. */
        public void ends() {
            allowConnections(true);
        }

        private void allowConnections(boolean allowed) {
            server().sql("ALTER DATABASE %s ALLOW_CONNECTIONS %s".formatted(nameIn(url), allowed))
                    .update();
        }
    }

    private static String nameIn(String url) {
        return url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
    }

    private static JdbcClient server() {
        return JdbcClient.create(Server.POSTGRES.getPostgresDatabase());
    }

    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "300")
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL does not start", e);
            }
        }
    }
}
