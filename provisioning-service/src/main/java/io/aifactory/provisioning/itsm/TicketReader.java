package io.aifactory.provisioning.itsm;

import io.aifactory.contracts.messaging.Unprocessable;

/** Reads tickets in the format of the service desk they come from. */
public interface TicketReader {

    /**
     * Returns the ticket in the given message.
     *
     * @throws Unprocessable if it is so malformed that nobody could be answered
     */
    ReceivedTicket read(byte[] message);
}
