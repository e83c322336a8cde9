package io.aifactory.bench.faults;

import io.aifactory.bench.workload.Poison;
import io.aifactory.bench.workload.Step;
import io.aifactory.contracts.events.ProjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What a run asks of the factory: steps of projects that take turns at random. The same seed gives the same workload.
 *
 * @param stimuli everything, in the order in which it is asked within each project
 */
record Workload(List<Stimulus> stimuli) {

    /** How many events a step becomes. */
    static final int EVENTS_PER_STEP = 5;

    private static final double POISON = 0.02;

    Workload {
        stimuli = List.copyOf(stimuli);
    }

    static Workload of(long seed, int events, int projects) {
        var random = new Random(seed);
        var steps = new HashMap<Integer, Integer>();
        var stimuli = new ArrayList<Stimulus>();
        for (int count = 0; count < events; count += EVENTS_PER_STEP) {
            int project = 1 + random.nextInt(projects);
            int number = steps.merge(project, 1, Integer::sum);
            stimuli.add(new Stimulus(new Step(ProjectId.of(project), number), poison(random)));
        }
        return new Workload(stimuli);
    }

    private static Optional<Poison> poison(Random random) {
        if (random.nextDouble() >= POISON) {
            return Optional.empty();
        }
        var service = Roles.REACTING.get(random.nextInt(Roles.REACTING.size()));
        var kinds = Poison.Kind.values();
        return Optional.of(new Poison(service, kinds[random.nextInt(kinds.length)]));
    }

    /** Returns which service can't handle which event. */
    Map<String, String> poison() {
        return stimuli.stream()
                .filter(stimulus -> stimulus.poison().isPresent())
                .collect(Collectors.toMap(
                        Stimulus::eventId,
                        stimulus -> stimulus.poison().orElseThrow().service()));
    }

    /** Returns the stimuli in as many hands as given; a project is in one hand, in its order. */
    List<List<Stimulus>> inHands(int hands) {
        var shares = stimuli.stream()
                .collect(Collectors.groupingBy(
                        stimulus -> stimulus.step().project().number() % hands));
        return List.copyOf(shares.values());
    }

    /** Returns how many state changes all of it becomes. */
    long effects() {
        return stimuli.stream().mapToLong(Stimulus::effects).sum();
    }
}
