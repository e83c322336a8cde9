package io.aifactory.localbus.entity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a receiver decided about a message it has locked. */
public sealed interface Settlement {

    /** Done with it. */
    record Complete() implements Settlement {}

    /** Could not handle it: counts as a failed delivery. */
    record Abandon(Map<String, Object> properties) implements Settlement {}

    /** Gives it back untouched: does not count as a delivery. */
    record Release() implements Settlement {}

    /** Sets it aside. */
    record Defer(Map<String, Object> properties) implements Settlement {}

    /** Gives it up for good, with the reason among the properties. */
    record DeadLetter(Map<String, Object> properties) implements Settlement {

        /** The application property that carries the reason. */
        public static final String REASON = "DeadLetterReason";

        /** The application property that carries the explanation. */
        public static final String DESCRIPTION = "DeadLetterErrorDescription";

        /** A dead letter with reason and explanation, where given, on top of other properties. */
        public static DeadLetter because(
                @Nullable String reason, @Nullable String description, Map<String, Object> properties) {
            Map<String, Object> all = new LinkedHashMap<>(properties);
            if (reason != null) {
                all.put(REASON, reason);
            }
            if (description != null) {
                all.put(DESCRIPTION, description);
            }
            return new DeadLetter(all);
        }
    }
}
