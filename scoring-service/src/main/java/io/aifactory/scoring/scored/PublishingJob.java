package io.aifactory.scoring.scored;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the rounds, at one replica at a time. */
@Configuration(proxyBeanMethods = false)
class PublishingJob {

    @Bean
    RecurringTask<Void> publishScores(PublishingRound round, ScoredProperties properties) {
        return Tasks.recurring("publish-scores", FixedDelay.of(properties.publishEvery()))
                .execute((instance, context) -> round.run());
    }
}
