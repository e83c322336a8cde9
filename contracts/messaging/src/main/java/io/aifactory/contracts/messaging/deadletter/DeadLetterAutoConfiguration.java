package io.aifactory.contracts.messaging.deadletter;

import io.aifactory.contracts.messaging.inbox.Inbox;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.contracts.messaging.work.Signals;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The dead letters of a service. */
@AutoConfiguration(after = {JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class})
class DeadLetterAutoConfiguration {

    @Bean
    DeadLetters deadLetters(
            JdbcClient database,
            TransactionTemplate transaction,
            Inbox inbox,
            UnreadableReader reader,
            MessageMetrics metrics,
            Signals signals) {
        var rereading = new Rereading(database, transaction, inbox, reader);
        return new DeadLetters(database, rereading, metrics, signals);
    }
}
