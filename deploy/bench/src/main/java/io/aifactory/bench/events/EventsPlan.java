package io.aifactory.bench.events;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured, and how much of it.
 *
 * @param warmUp how many events each way carries before anything is measured
 * @param events how many events each round carries
 * @param rounds how many rounds there are, each on both ways
 * @param projects among how many projects the events are spread, one case each
 * @param publishers how many threads publish
 * @param singles how many events are carried one at a time
 * @param backlogs how many rows wait, one case each, in growing order
 * @param sample how many entries of a waiting inbox are handled, at most
 */
record EventsPlan(
        int warmUp,
        int events,
        int rounds,
        List<Integer> projects,
        int publishers,
        int singles,
        List<Integer> backlogs,
        int sample) {

    private static final int MOST_PROJECTS = 999;

    EventsPlan {
        projects = List.copyOf(projects);
        backlogs = backlogs.stream().sorted().distinct().toList();
        var sizes = Stream.of(
                Stream.of(warmUp, events, rounds, publishers, singles, sample), projects.stream(), backlogs.stream());
        if (sizes.flatMap(each -> each).anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("every size has to be at least 1");
        }
        if (projects.stream().anyMatch(count -> count > MOST_PROJECTS)) {
            throw new IllegalArgumentException("there are at most %d projects".formatted(MOST_PROJECTS));
        }
    }
}
