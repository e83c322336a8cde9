package io.aifactory.bench.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one service says happened: its tables as they are at the end.
 *
 * @param service the service
 * @param outbox its outbox in the order of its numbers
 * @param inbox its inbox
 * @param unreadable the message ids of what it could not read
 * @param effects what it did, in the order in which it did it per project
 * @param tallies how many effects it counted per project
 */
public record ServiceHistory(
        String service,
        List<Sent> outbox,
        List<Received> inbox,
        List<String> unreadable,
        List<Effect> effects,
        Map<String, Long> tallies) {

    public ServiceHistory {
        outbox = List.copyOf(outbox);
        inbox = List.copyOf(inbox);
        unreadable = List.copyOf(unreadable);
        effects = List.copyOf(effects);
        tallies = Map.copyOf(tallies);
    }

    /**
     * A row of the outbox.
     *
     * @param number its place in commit order
     * @param eventId the event
     * @param type the event's type
     * @param project the project
     * @param confirmed whether it is marked as sent
     */
    public record Sent(long number, String eventId, String type, String project, boolean confirmed) {}

    /**
     * An entry of the inbox.
     *
     * @param eventId the event
     * @param status what became of it
     */
    public record Received(String eventId, String status) {}

    /**
     * A state change.
     *
     * @param project the project
     * @param position its place among the project's effects in this service
     * @param step the project's step
     * @param eventId the event that was handled; none for a stimulus
     * @param caused the event that was published with it
     */
    public record Effect(
            String project,
            long position,
            int step,
            @Nullable String eventId,
            @Nullable String caused) {}
}
