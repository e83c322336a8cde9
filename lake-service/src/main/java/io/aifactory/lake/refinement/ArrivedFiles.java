package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.lake.arrival.Arrival;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a scope as they stand when a run has looked at them.
 *
 * @param all those there are or were
 * @param day the only day that counts; absent if all do
 */
record ArrivedFiles(List<Arrival> all, @Nullable LocalDate day) {

    /** Whoever says that a file has changed asks for another run too, which has all of it. */
    boolean areStillArriving() {
        return all.stream().anyMatch(arrival -> arrival.state() == Arrival.State.NEW);
    }

    /** Returns the files of a dataset that can be used. */
    List<Arrival> of(DatasetName dataset) {
        return all.stream().filter(isOf(dataset)).filter(this::counts).toList();
    }

    /**
     * Returns whether there were files that could be used, and none of them is there any more or counts now. What was made
     * of them must not become part of anything new.
     */
    boolean hasLost(DatasetName dataset) {
        return of(dataset).isEmpty() && all.stream().filter(isOf(dataset)).anyMatch(ArrivedFiles::couldBeUsed);
    }

    /** Returns the days of which there are files that can be used. */
    Set<LocalDate> days() {
        return all.stream()
                .filter(this::counts)
                .map(arrival -> arrival.file().date())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the files of one day. */
    ArrivedFiles on(LocalDate date) {
        return new ArrivedFiles(
                all.stream()
                        .filter(arrival -> arrival.file().date().equals(date))
                        .toList(),
                day);
    }

    private boolean counts(Arrival arrival) {
        return arrival.state() == Arrival.State.ACCEPTED
                && (day == null || day.equals(arrival.file().date()));
    }

    private static boolean couldBeUsed(Arrival arrival) {
        return arrival.state() == Arrival.State.ACCEPTED
                || (arrival.state() == Arrival.State.GONE && arrival.wasAccepted());
    }

    private static Predicate<Arrival> isOf(DatasetName dataset) {
        return arrival -> arrival.file().dataset().equals(dataset);
    }
}
