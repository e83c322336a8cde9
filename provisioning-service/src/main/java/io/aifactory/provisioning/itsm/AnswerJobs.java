package io.aifactory.provisioning.itsm;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the jobs that answer tickets: again with growing pauses, until the desk has been away too long. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnswerProperties.class)
class AnswerJobs {

    @Bean
    OneTimeTask<AnswerJob> answerTicket(TicketAnswering answering, AnswerProperties properties) {
        return Tasks.oneTime(AnswerJob.DESCRIPTOR)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(properties.firstRetry()))
                .execute((instance, context) -> run(answering, properties, instance.getData(), context));
    }

    private static void run(
            TicketAnswering answering, AnswerProperties properties, AnswerJob job, ExecutionContext context) {
        try {
            answering.give(job);
        } catch (RuntimeException failed) {
            if (context.getExecution().consecutiveFailures + 1 < properties.attempts()) {
                throw failed;
            }
            answering.giveUp(job, failed);
        }
    }
}
