package io.aifactory.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run is to do.
 *
 * @param seed decides workload and faults
 * @param events how many events, at least
 * @param projects how many projects
 * @param replicas how many processes each reacting role has
 * @param every the mean pause between faults
 * @param stepsPerSecond how fast steps are asked for; as fast as they are handled when empty
 * @param outage one long outage instead of many faults
 * @param patience how long a run may stand still before it is over
 */
record FaultPlan(
        long seed,
        int events,
        int projects,
        int replicas,
        Duration every,
        Optional<Double> stepsPerSecond,
        Optional<Fault.Outage> outage,
        Duration patience) {

    private static final int MOST_PROJECTS = 999;

    FaultPlan {
        if (events < 1 || projects < 1 || projects > MOST_PROJECTS || replicas < 1) {
            throw new IllegalArgumentException(
                    "there is at least 1 event and 1 replica, and there are 1 to %d projects".formatted(MOST_PROJECTS));
        }
    }

    /** Returns the processes of all roles. */
    List<String> members() {
        var members = new ArrayList<String>();
        for (var role : Roles.ALL) {
            int count = role.equals(Roles.PROVISIONING) ? 1 : replicas;
            for (int number = 1; number <= count; number++) {
                members.add(role + "#" + number);
            }
        }
        return members;
    }
}
