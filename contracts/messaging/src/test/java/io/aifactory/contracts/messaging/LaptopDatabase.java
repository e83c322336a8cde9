package io.aifactory.contracts.messaging;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        JdbcClient.create(Server.POSTGRES.getPostgresDatabase())
                .sql("CREATE DATABASE " + name)
                .update();
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
        return Server.POSTGRES.getDatabase(
                "postgres", url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", ""));
    }

    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL does not start", e);
            }
        }
    }
}
