package io.aifactory.bench.faults;

import io.aifactory.bench.history.Verdict;
import io.aifactory.bench.history.Violation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param seed what reproduces its workload and its faults
 * @param projects how many projects there were
 * @param steps how many steps were accepted
 * @param faults how many faults of each kind there were
 * @param copies how many copies of messages were sent
 * @param seconds how long it took from the first step to the last effect
 * @param acceptedInOutage how many steps were accepted during the outage; absent without one
 * @param notes what was left out, and why
 * @param verdict what the checker found
 */
record Outcome(
        long seed,
        int projects,
        int steps,
        Map<String, Long> faults,
        long copies,
        double seconds,
        Map<String, Integer> acceptedInOutage,
        List<String> notes,
        Verdict verdict) {

    int faultCount() {
        return faults.values().stream().mapToInt(Long::intValue).sum();
    }

    /** Returns what people read; the last line is the sum of it. */
    List<String> lines() {
        var lines = new java.util.ArrayList<String>();
        lines.addAll(verdict.examples());
        lines.addAll(notes);
        lines.add("seed %d, %d projects, %d steps, %d copies, %.1f s, %.0f events/s"
                .formatted(seed, projects, steps, copies, seconds, verdict.events() / seconds));
        lines.add("faults " + faults);
        acceptedInOutage.forEach(
                (process, count) -> lines.add("orders accepted while %s was gone: %d".formatted(process, count)));
        lines.add("wrong dead letters %d, left over %d"
                .formatted(verdict.count(Violation.Kind.DEAD_LETTER), verdict.count(Violation.Kind.LEFT_OVER)));
        lines.add(verdict.summary(faultCount()));
        return lines;
    }

    /** Returns what machines read. */
    Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("seed", seed);
        document.put("projects", projects);
        document.put("steps", steps);
        document.put("eventsChecked", verdict.events());
        document.put("seconds", seconds);
        document.put("faultsSurvived", faultCount());
        document.put("faults", faults);
        document.put("copies", copies);
        document.put("acceptedInOutage", acceptedInOutage);
        Arrays.stream(Violation.Kind.values()).forEach(kind -> document.put(name(kind), verdict.count(kind)));
        document.put("examples", verdict.examples());
        document.put("notes", notes);
        return document;
    }

    private static String name(Violation.Kind kind) {
        return switch (kind) {
            case LOST -> "lost";
            case GHOST -> "ghosts";
            case DOUBLED -> "doubled";
            case OUT_OF_ORDER -> "outOfOrder";
            case DEAD_LETTER -> "wrongDeadLetters";
            case LEFT_OVER -> "leftOver";
        };
    }
}
