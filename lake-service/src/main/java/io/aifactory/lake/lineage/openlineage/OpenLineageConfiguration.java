package io.aifactory.lake.lineage.openlineage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.aifactory.lake.lineage.PendingRuns;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells of runs from time to time, at one replica at a time. */
@Configuration(proxyBeanMethods = false)
class OpenLineageConfiguration {

    private static final String TASK = "tell-of-runs";

    @Bean
    @ConditionalOnProperty(name = "factory.openlineage.transport", havingValue = "file")
    RecurringTask<Void> tellFileOfRuns(PendingRuns runs, OpenLineageProperties properties) {
        return task(runs, properties, new FileTransport(Objects.requireNonNull(properties.file())));
    }

    @Bean
    @ConditionalOnProperty(name = "factory.openlineage.transport", havingValue = "http")
    RecurringTask<Void> tellServerOfRuns(PendingRuns runs, OpenLineageProperties properties) {
        return task(runs, properties, new HttpTransport(Objects.requireNonNull(properties.url()), properties.apiKey()));
    }

    private static RecurringTask<Void> task(
            PendingRuns runs, OpenLineageProperties properties, EventTransport transport) {
        var round = new EmissionRound(runs, new RunEvents(new DatasetNaming(properties.namespace())), transport);
        return Tasks.recurring(TASK, FixedDelay.of(properties.every())).execute((instance, context) -> round.run());
    }
}
