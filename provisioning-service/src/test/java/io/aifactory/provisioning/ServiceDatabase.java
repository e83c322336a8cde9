package io.aifactory.provisioning;

import io.aifactory.contracts.messaging.LaptopDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A real and empty database with the service's tables, for tests that need no more of the service than that. */
public final class ServiceDatabase {

    private final JdbcClient client;
    private final TransactionTemplate transaction;

    private ServiceDatabase(DataSource source) {
        this.client = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    public static ServiceDatabase fresh() {
        var source = new DriverManagerDataSource(LaptopDatabase.freshUrl(), "postgres", "postgres");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/messaging", "classpath:db/migration")
                .load()
                .migrate();
        return new ServiceDatabase(source);
    }

    public JdbcClient client() {
        return client;
    }

    public TransactionTemplate transaction() {
        return transaction;
    }
}
