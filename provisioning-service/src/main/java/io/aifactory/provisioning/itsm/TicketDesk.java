package io.aifactory.provisioning.itsm;

/** Answers tickets. */
public interface TicketDesk {

    /**
     * Gives the answer. The same answer may be given again; the desk shows it again or leaves it at that. Answers to one
     * ticket come in their order.
     *
     * @throws TicketUndeliverable if it will never arrive, however often it is tried
     * @throws RuntimeException any other: it may work when tried again
     */
    void answer(TicketAnswer answer);
}
