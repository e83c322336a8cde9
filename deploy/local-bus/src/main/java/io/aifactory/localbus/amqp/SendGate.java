package io.aifactory.localbus.amqp;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Refuses what is sent, as busy, while the bus has more than it can take: while too much waits for the disk, and for as long
 * as somebody else has a reason. What is received and settled always passes, because it makes room.
 */
public final class SendGate {

    private final long mostWaiting;
    private final Set<String> reasons = new LinkedHashSet<>();
    private long waiting;

    /** @param mostWaiting how many bytes may wait for the disk before more is refused */
    public SendGate(long mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    /** Closes the gate for a reason, or takes the reason back; returns whether that is news. */
    public boolean close(String reason, boolean closed) {
        return closed ? reasons.add(reason) : reasons.remove(reason);
    }

    void requireOpen() {
        if (!reasons.isEmpty()) {
            throw new ServerBusy(String.join(", ", reasons));
        }
        if (waiting >= mostWaiting) {
            throw new ServerBusy("%d bytes wait for the disk".formatted(waiting));
        }
    }

    void enter(int bytes) {
        waiting += bytes;
    }

    void leave(int bytes) {
        waiting -= bytes;
    }
}
