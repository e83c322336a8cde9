package io.aifactory.localbus.amqp;

/** The bus cannot listen on its port. */
public final class PortUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortUnavailable(int port, Throwable cause) {
        super("Port %d cannot be used: %s".formatted(port, cause.getMessage()), cause);
    }
}
