package io.aifactory.bench.faults;

import io.aifactory.bench.workload.Poison;
import io.aifactory.bench.workload.Step;
import io.aifactory.contracts.events.EventCatalog;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is asked of the factory from outside.
 *
 * @param step the step
 * @param poison whether, and for whom, it can never work
 */
record Stimulus(Step step, Optional<Poison> poison) {

    /** How many state changes a step becomes when nobody fails. */
    private static final int EFFECTS = 14;

    /** What is left of them when the chain ends at its first event. */
    private static final int EFFECTS_WITHOUT_CHAIN = 4;

    /** Returns how many state changes it becomes in all services. */
    int effects() {
        return poison.map(poisoned -> poisoned.service().equals(Roles.LAKE) ? EFFECTS_WITHOUT_CHAIN : EFFECTS - 1)
                .orElse(EFFECTS);
    }

    /** Returns the id of its first event. */
    String eventId() {
        return EventCatalog.idOf(step.provisioned(poison, Instant.EPOCH)).toString();
    }

    /** Returns it as the workload's desk reads it. */
    String query() {
        var parameters = step.asParameters();
        poison.ifPresent(poisoned -> {
            parameters.put("poison", poisoned.service());
            parameters.put("kind", poisoned.kind().name());
        });
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
    }
}
