package io.aifactory.contracts.messaging.deadletter;

import io.aifactory.contracts.messaging.inbox.InboxEntry;

/** Reads again what could not be read when it came. */
public interface UnreadableReader {

    /**
     * Returns the entry it would have become.
     *
     * @throws Unreadable if it still can't be read, with the reason
     */
    InboxEntry read(DeadLetterDetail deadLetter) throws Unreadable;

    /** A message still can't be read. */
    final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        public Unreadable(String reason, Throwable cause) {
            super(reason, cause);
        }

        public Unreadable(String reason) {
            super(reason);
        }
    }
}
