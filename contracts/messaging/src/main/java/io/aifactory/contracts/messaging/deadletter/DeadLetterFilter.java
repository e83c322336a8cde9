package io.aifactory.contracts.messaging.deadletter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; what is absent does not matter.
 *
 * @param seq the one with this number
 * @param type those of this type
 * @param group those of this cause
 * @param partitions those of these partitions
 */
public record DeadLetterFilter(
        @Nullable Long seq,
        @Nullable String type,
        @Nullable String group,
        @Nullable Set<String> partitions) {

    /** All dead letters. */
    public static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null, null);

    public DeadLetterFilter {
        partitions = partitions == null ? null : Set.copyOf(partitions);
    }

    /** Returns the one with the given number. */
    public static DeadLetterFilter one(long seq) {
        return new DeadLetterFilter(seq, null, null, null);
    }

    /** Returns those of the given cause. */
    public static DeadLetterFilter group(String group) {
        return new DeadLetterFilter(null, null, group, null);
    }

    boolean meansAll() {
        return equals(ALL);
    }

    String condition() {
        List<String> parts = new ArrayList<>(List.of("status = 'DEAD'"));
        if (seq != null) {
            parts.add("seq = :seq");
        }
        if (type != null) {
            parts.add("type = :type");
        }
        if (group != null) {
            parts.add("inbox_cause(type, error_type, error_place) = :group");
        }
        if (partitions != null) {
            parts.add(partitions.isEmpty() ? "false" : "partition_key IN (:partitions)");
        }
        return String.join(" AND ", parts);
    }

    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("seq", seq);
        parameters.put("type", type);
        parameters.put("group", group);
        parameters.put("partitions", partitions);
        return parameters;
    }
}
