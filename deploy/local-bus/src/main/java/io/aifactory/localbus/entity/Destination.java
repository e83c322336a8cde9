package io.aifactory.localbus.entity;

import java.util.List;

/** Where messages can be sent: a queue or a topic. */
public interface Destination {

    /**
     * Accepts messages and returns their sequence numbers. A repeat within the duplicate window is accepted and dropped;
     * its number leads nowhere. All messages are accepted or none: {@link MissingSession} when one lacks the session it needs.
     */
    List<Long> accept(List<ArrivedMessage> messages);

    /** Takes back scheduled messages; numbers that are not scheduled are left alone. */
    void cancelScheduled(List<Long> sequences);
}
