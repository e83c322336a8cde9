package io.aifactory.localbus.amqp;

/** A token does not open what it is shown for. */
final class AccessRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccessRefused(String reason) {
        super(reason);
    }
}
