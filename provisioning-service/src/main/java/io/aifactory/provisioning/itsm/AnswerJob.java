package io.aifactory.provisioning.itsm;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.aifactory.provisioning.order.ProjectOrderId;
import java.io.Serializable;

/**
 * The job of giving a ticket one answer, and those before it that still wait.
 *
 * @param order the order
 * @param sequence which answer
 */
record AnswerJob(String order, int sequence) implements Serializable {

    static final TaskDescriptor<AnswerJob> DESCRIPTOR = TaskDescriptor.of("answer-ticket", AnswerJob.class);

    static TaskInstance<AnswerJob> of(ProjectOrderId order, int sequence) {
        return DESCRIPTOR
                .instance(order + "/" + sequence)
                .data(new AnswerJob(order.toString(), sequence))
                .build();
    }

    ProjectOrderId orderId() {
        return ProjectOrderId.of(order);
    }
}
