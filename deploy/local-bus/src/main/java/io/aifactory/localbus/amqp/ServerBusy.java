package io.aifactory.localbus.amqp;

/** Nothing more is accepted for the moment; who sends is to try again later. */
final class ServerBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerBusy(String reason) {
        super("The bus is busy, try again later: %s.".formatted(reason));
    }
}
