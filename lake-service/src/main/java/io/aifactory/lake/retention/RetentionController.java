package io.aifactory.lake.retention;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.lake.retention.StoredVersions.Owner;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the core team what the next run would remove. */
@RestController
class RetentionController {

    private static final int MOST = 1000;

    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    /**
     * What the next run would remove.
     *
     * @param keepVersions how many versions of each table stay
     * @param keepFor how long every version stays; absent: for good
     * @param total how many versions would go
     * @param versions the first of them
     * @param held the models of which nothing goes, because it is not known what a champion of them learned from
     */
    record Plan(int keepVersions, @Nullable Duration keepFor, int total, List<Going> versions, List<Owner> held) {

        static Plan of(RetentionPlan plan, int limit) {
            return new Plan(
                    plan.policy().keepVersions(),
                    plan.policy().keepFor(),
                    plan.going().size(),
                    plan.going().stream().limit(limit).map(Going::of).toList(),
                    plan.held());
        }
    }

    /** A version whose files would go. */
    record Going(EnvironmentTier environment, String path, int version, boolean research, Instant savedAt) {

        static Going of(StoredVersion version) {
            return new Going(
                    version.file().environment(),
                    version.file().path(),
                    version.version(),
                    version.research(),
                    version.savedAt());
        }
    }

    @GetMapping("/retention/plan")
    Plan plan(Caller caller, @RequestParam(defaultValue = "100") @Min(1) @Max(MOST) int limit) {
        caller.requireCoreTeam();
        return Plan.of(retention.plan(), limit);
    }
}
