package io.aifactory.contracts.messaging.work;

import io.aifactory.contracts.messaging.MessagingProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wake-ups within and between the replicas of a service, and the tidying of its tables. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
class WorkAutoConfiguration {

    private static final Duration RETENTION_INTERVAL = Duration.ofHours(1);

    @Bean
    WakeUp relayWakeUp() {
        return new WakeUp();
    }

    @Bean
    WakeUp workersWakeUp() {
        return new WakeUp();
    }

    @Bean
    Signals signals(DataSource dataSource, WakeUp relayWakeUp, WakeUp workersWakeUp) {
        return new Signals(dataSource, Map.of(Signals.OUTBOX, relayWakeUp, Signals.INBOX, workersWakeUp));
    }

    @Bean
    Backlog backlog(JdbcClient database) {
        return new Backlog(database, System::nanoTime);
    }

    @Bean
    WorkLoop messageRetention(JdbcClient database, Clock clock, MessagingProperties properties) {
        var retention = new Retention(database, clock, properties.keep());
        return new WorkLoop("message-retention", retention, new WakeUp(), RETENTION_INTERVAL, 1);
    }
}
