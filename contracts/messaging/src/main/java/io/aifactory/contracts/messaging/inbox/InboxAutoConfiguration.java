package io.aifactory.contracts.messaging.inbox;

import io.aifactory.contracts.messaging.MessagingProperties;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.contracts.messaging.tracing.EventTraces;
import io.aifactory.contracts.messaging.work.Signals;
import io.aifactory.contracts.messaging.work.WakeUp;
import io.aifactory.contracts.messaging.work.WorkLoop;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox of a service and the workers that handle what is in it. */
@AutoConfiguration(after = {JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class})
class InboxAutoConfiguration {

    @Bean
    Inbox inbox(JdbcClient database) {
        return new Inbox(database);
    }

    @Bean
    GroupStore groupStore(Inbox inbox, Signals signals) {
        return new GroupStore(inbox, () -> signals.raise(Signals.INBOX));
    }

    @Bean
    WorkLoop inboxWorkers(
            Inbox inbox,
            TransactionTemplate transaction,
            ApplicationEventPublisher listeners,
            EventTraces traces,
            MessageMetrics metrics,
            @Qualifier("workersWakeUp") WakeUp wakeUp,
            MessagingProperties properties) {
        var pace = new Pace(System::nanoTime);
        var dispatcher = new InboxDispatcher(
                inbox,
                transaction,
                new Handling(listeners, traces, metrics, pace),
                properties.retry(),
                new Brake(System::nanoTime),
                pace,
                wakeUp,
                new Leftovers(inbox),
                metrics,
                RandomGenerator.getDefault());
        return new WorkLoop("inbox-worker", dispatcher, wakeUp, properties.pollInterval(), properties.workers());
    }
}
