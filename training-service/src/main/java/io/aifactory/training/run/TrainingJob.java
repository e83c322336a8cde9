package io.aifactory.training.run;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job of a run: waits for its turn, works, and is taken over by another process when its own dies. */
@Configuration(proxyBeanMethods = false)
class TrainingJob {

    static final String NAME = "training-run";

    private static final Duration TURN_CHECK = Duration.ofMillis(500);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final double SLOWER_EACH_TIME = 1.5;

    @Bean
    CustomTask<String> trainingRun(Training training) {
        return Tasks.custom(NAME, String.class)
                .onFailure(new ExponentialBackoffFailureHandler<>(FIRST_RETRY, SLOWER_EACH_TIME))
                .onDeadExecutionRevive()
                .execute((instance, context) -> training.advance(new RunId(instance.getData()))
                        ? new OnCompleteRemove<>()
                        : new OnCompleteReschedule<>(FixedDelay.of(TURN_CHECK)));
    }
}
