package io.aifactory.scoring.batch;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.aifactory.scoring.scored.ScoringId;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Scores a dataset as a job: it survives a restart, and looks again while nothing is deployed. */
@Configuration(proxyBeanMethods = false)
class BatchJob {

    static final String NAME = "score-batch";

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final double SLOWER_EACH_TIME = 1.5;

    @Bean
    CustomTask<String> scoreBatch(BatchScoring batch, BatchProperties properties) {
        return Tasks.custom(NAME, String.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, SLOWER_EACH_TIME))
                .execute((instance, context) -> batch.advance(new ScoringId(instance.getData()))
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(properties.lookEvery())));
    }
}
