package io.aifactory.promotion.promotion;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that carries an approved promotion out. It is named after the promotion, so there is one at most. */
@Configuration(proxyBeanMethods = false)
class PromotionJob {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("carry-out-promotion");

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final double GROWTH = 1.5;

    /** The carrier is looked up when there is work: it schedules jobs itself, and so needs the scheduler to be there. */
    @Bean
    OneTimeTask<Void> carryOutPromotion(ObjectProvider<PromotionCarrier> carrier) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE, GROWTH))
                .execute((instance, context) -> carrier.getObject().carryOut(new PromotionId(instance.getId())));
    }
}
