package io.aifactory.lake.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs at night, at one replica at a time. */
@Configuration(proxyBeanMethods = false)
class RetentionJob {

    private static final LocalTime AT = LocalTime.of(2, 30);

    @Bean
    RecurringTask<Void> removeOldVersions(Retention retention) {
        return Tasks.recurring("remove-old-versions", new Daily(ZoneOffset.UTC, AT))
                .execute((instance, context) -> retention.run());
    }
}
