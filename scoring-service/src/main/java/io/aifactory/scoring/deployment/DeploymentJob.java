package io.aifactory.scoring.deployment;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deploys as a job: it survives a restart, and waits for a lake that can't be read just now. */
@Configuration(proxyBeanMethods = false)
class DeploymentJob {

    static final String NAME = "deploy-model";

    private static final Duration RETRY = Duration.ofSeconds(5);

    @Bean
    OneTimeTask<String> deployModel(Deploying deploying) {
        return Tasks.oneTime(NAME, String.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> deploying.deploy(instance.getData()));
    }
}
