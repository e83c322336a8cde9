package io.aifactory.local.launch;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.postgres.PostgresServer;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database server is ready when it takes connections and every service has its database. */
final class DatabasesReady implements BooleanSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasesReady.class);

    private final PostgresServer postgres;
    private boolean created;

    DatabasesReady(PostgresServer postgres) {
        this.postgres = postgres;
    }

    @Override
    public boolean getAsBoolean() {
        return postgres.answers() && (created || create());
    }

    private boolean create() {
        try {
            postgres.createDatabases(
                    Stream.of(ServiceName.values()).map(ServiceName::label).toList());
            created = true;
        } catch (SQLException e) {
            LOG.warn("the databases can not be made yet: {}", e.getMessage());
        }
        return created;
    }
}
