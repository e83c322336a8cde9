package io.aifactory.contracts.messaging.deadletter;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.ProjectId;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked about dead letters over HTTP. */
final class DeadLetterRequests {

    private static final String GROUP = "[0-9a-f]{12}";
    private static final String NO_GROUP = "is no group: 12 digits and letters a to f, as groups shows them";
    private static final String TYPE = "[A-Za-z0-9._-]{1,200}";
    private static final String NO_TYPE = "is no type, such as io.aifactory.model.trained.v1";
    private static final String NO_CONTROL_CHARACTERS = "[^\\p{Cntrl}]*";

    private DeadLetterRequests() {}

    static boolean sees(Caller caller, DeadLetter deadLetter) {
        return caller.coreTeam() || partitionsOf(caller).contains(deadLetter.partition());
    }

    /** The partitions of events are projects; those of foreign and unreadable messages are not, and belong to nobody. */
    private static Set<String> partitionsOf(Caller caller) {
        return caller.roles().keySet().stream().map(ProjectId::value).collect(Collectors.toSet());
    }

    /** Which dead letters to show. */
    record Search(
            @Nullable @Pattern(regexp = TYPE, message = NO_TYPE)
            String type,

            @Nullable @Pattern(regexp = GROUP, message = NO_GROUP)
            String group,

            @Nullable ProjectId project) {

        DeadLetterFilter visibleTo(Caller caller) {
            return new DeadLetterFilter(null, type, group, visiblePartitions(caller));
        }

        private @Nullable Set<String> visiblePartitions(Caller caller) {
            if (project != null) {
                caller.requireMember(project);
                return Set.of(project.value());
            }
            return caller.coreTeam() ? null : partitionsOf(caller);
        }
    }

    /**
     * Which dead letters to act on.
     *
     * @param after where to go on, from the answer before
     */
    record Choice(
            @Nullable @Pattern(regexp = TYPE, message = NO_TYPE)
            String type,

            @Nullable @Pattern(regexp = GROUP, message = NO_GROUP)
            String group,

            @Nullable ProjectId project,
            @Nullable Boolean all,
            @Nullable @Min(0) Long after) {

        DeadLetterFilter filter() {
            Set<String> partitions = project == null ? null : Set.of(project.value());
            var filter = new DeadLetterFilter(null, type, group, partitions);
            if (filter.meansAll() != Boolean.TRUE.equals(all)) {
                throw new NoDeadLettersChosen();
            }
            return filter;
        }

        long start() {
            return after == null ? 0 : after;
        }
    }

    /** Which dead letters to discard, and why. */
    record DiscardChoice(
            @Nullable @Pattern(regexp = TYPE, message = NO_TYPE)
            String type,

            @Nullable @Pattern(regexp = GROUP, message = NO_GROUP)
            String group,

            @Nullable ProjectId project,
            @Nullable Boolean all,
            @Nullable @Min(0) Long after,

            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = NO_CONTROL_CHARACTERS, message = "must not contain control characters")
            String reason) {

        Choice which() {
            return new Choice(type, group, project, all, after);
        }
    }

    /** Why one is discarded. */
    record Reason(
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = NO_CONTROL_CHARACTERS, message = "must not contain control characters")
            String reason) {}
}
