package io.aifactory.scoring.batch;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
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

    private static final int MOST_RETRIES = 20;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final double SLOWER_EACH_TIME = 1.5;

    @Bean
    CustomTask<String> scoreBatch(BatchScoring batch, BatchProperties properties) {
        return Tasks.custom(NAME, String.class)
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        MOST_RETRIES,
                        new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, SLOWER_EACH_TIME),
                        (failed, operations) -> batch.giveUp(
                                new ScoringId(failed.getExecution().taskInstance.getId()), reasonOf(failed))))
                .execute((instance, context) -> batch.advance(new ScoringId(instance.getData()))
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(properties.lookEvery())));
    }

    private static String reasonOf(ExecutionComplete failed) {
        return failed.getCause().map(Throwable::getMessage).orElse("the process was killed again and again");
    }
}
