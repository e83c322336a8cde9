package io.aifactory.localbus.amqp;

/** Bytes on the wire are no AMQP message. */
final class MalformedMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedMessage(String reason) {
        super(reason);
    }

    MalformedMessage(RuntimeException cause) {
        super("The message cannot be decoded: " + cause.getMessage(), cause);
    }
}
