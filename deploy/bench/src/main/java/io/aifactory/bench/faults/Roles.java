package io.aifactory.bench.faults;

import java.util.List;

/** The roles of the workload, named as the factory's services are, so that the factory's own subscriptions fit. */
final class Roles {

    static final String PROVISIONING = "provisioning-service";
    static final String LAKE = "lake-service";
    static final List<String> REACTING = List.of(LAKE, "training-service", "promotion-service", "scoring-service");
    static final List<String> ALL =
            List.of(PROVISIONING, LAKE, "training-service", "promotion-service", "scoring-service");

    private Roles() {}
}
