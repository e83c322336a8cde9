package io.aifactory.localbus.amqp;

import org.jspecify.annotations.Nullable;

/** Some of the operations of a $management node. */
interface Operations {

    /** The answer, or none when the operation is not one of these. */
    @Nullable
    Reply answer(Requested request);
}
