package io.aifactory.contracts.messaging.deadletter;

import io.aifactory.contracts.messaging.deadletter.UnreadableReader.Unreadable;
import io.aifactory.contracts.messaging.inbox.Inbox;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.contracts.messaging.work.Signals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The dead letters of a database that no service runs on. */
public final class DeadLettersOf {

    private DeadLettersOf() {}

    public static DeadLetters database(DataSource dataSource) {
        return database(dataSource, new SimpleMeterRegistry(), unreadable -> {
            throw new Unreadable("it is gibberish");
        });
    }

    static DeadLetters database(DataSource dataSource, MeterRegistry meters, UnreadableReader reader) {
        var database = JdbcClient.create(dataSource);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        return new DeadLetters(
                database,
                new Rereading(database, transaction, new Inbox(database), reader),
                new MessageMetrics(meters, Clock.systemUTC()),
                new Signals(dataSource, Map.of()));
    }
}
