package io.aifactory.provisioning.itsm;

/** The answer to a ticket will never arrive. */
public final class TicketUndeliverable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TicketUndeliverable(String reason) {
        super(reason);
    }
}
