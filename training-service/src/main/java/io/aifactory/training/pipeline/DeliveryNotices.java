package io.aifactory.training.pipeline;

import io.aifactory.contracts.messaging.Unprocessable;
import java.util.Optional;

/** Reads what build systems send. */
public interface DeliveryNotices {

    /**
     * Reads a message.
     *
     * @return the notice; empty when the message is about something else than a delivered model
     * @throws Unprocessable when it can't be read, with every reason
     */
    Optional<DeliveryNotice> read(byte[] body);
}
