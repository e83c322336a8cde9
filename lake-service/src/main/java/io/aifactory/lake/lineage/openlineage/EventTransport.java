package io.aifactory.lake.lineage.openlineage;

/** Takes OpenLineage events to whoever wants them. When it returns, the event is there. */
interface EventTransport {

    /**
     * Sends an event. Sent twice it is the same event: its run id says so.
     *
     * @throws EventRefused if the other side will never take this event as it is
     * @throws TransportUnavailable if it takes none at the moment
     */
    void send(String event);
}
