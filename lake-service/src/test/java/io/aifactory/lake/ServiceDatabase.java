package io.aifactory.lake;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.aifactory.contracts.messaging.LaptopDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh database of the service, and jobs that run when a test says so, by a clock that stands still between. */
public final class ServiceDatabase implements AutoCloseable {

    private final SingleConnectionDataSource source;
    private final TransactionAwareDataSourceProxy jobs;
    private final SettableClock clock = new SettableClock();

    public ServiceDatabase(Instant now) {
        String url = LaptopDatabase.freshUrl();
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/messaging", "classpath:db/migration")
                .load()
                .migrate();
        source = new SingleConnectionDataSource(url, "postgres", "postgres", true);
        jobs = new TransactionAwareDataSourceProxy(source);
        clock.set(now);
    }

    public JdbcClient client() {
        return JdbcClient.create(source);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    public SchedulerClient scheduler() {
        return SchedulerClient.Builder.create(jobs).build();
    }

    /** Returns a runner of jobs that goes by the same clock. */
    public ManualScheduler jobs(Task<?> task) {
        return TestHelper.createManualScheduler(jobs, task).clock(clock).build();
    }

    public void pass(Duration time) {
        clock.tick(time);
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return clock.now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Override
    public void close() {
        source.destroy();
    }
}
