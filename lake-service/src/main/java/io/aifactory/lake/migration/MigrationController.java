package io.aifactory.lake.migration;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.lake.layout.LakeDesign;
import io.aifactory.lake.layout.LakeVersions;
import io.aifactory.lake.reconciliation.Reconciliations;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets the core team move a lake of an older version, after it has seen what would happen. */
@RestController
@RequestMapping("/lakes/{environment}/migration")
class MigrationController {

    /** The version that can be moved. */
    private static final int MOVABLE = 3;

    private final Planning planning;
    private final MigrationRuns runs;
    private final MovedFiles moved;
    private final LakeVersions versions;
    private final Reconciliations reconciliations;
    private final TransactionTemplate transaction;

    MigrationController(
            Planning planning,
            MigrationRuns runs,
            MovedFiles moved,
            LakeVersions versions,
            Reconciliations reconciliations,
            TransactionTemplate transaction) {
        this.planning = planning;
        this.runs = runs;
        this.moved = moved;
        this.versions = versions;
        this.reconciliations = reconciliations;
        this.transaction = transaction;
    }

    /** A file and where it is to lie. */
    record PlannedMove(String source, String destination) {}

    /** What a migration would do. */
    record PlanAnswer(
            EnvironmentTier environment,
            String version,
            List<PlannedMove> moves,
            List<MigrationPlan.Remark> conflicts,
            List<MigrationPlan.Remark> leftAlone) {}

    /** How the last migration stands. */
    record RunAnswer(
            EnvironmentTier environment,
            String version,
            String state,
            long moved,
            List<MigrationPlan.Remark> failed,
            @Nullable String startedBy,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {}

    @GetMapping("/plan")
    PlanAnswer plan(Caller caller, @PathVariable EnvironmentTier environment) {
        caller.requireCoreTeam();
        MigrationPlan plan = planning.plan(environment);
        return new PlanAnswer(
                environment,
                plan.version(),
                plan.moves().stream()
                        .map(move -> new PlannedMove(move.source().path(), move.destination()))
                        .toList(),
                plan.conflicts(),
                plan.leftAlone());
    }

    @GetMapping
    RunAnswer run(Caller caller, @PathVariable EnvironmentTier environment) {
        caller.requireCoreTeam();
        MigrationRun run = runs.of(environment).orElse(null);
        return new RunAnswer(
                environment,
                versions.of(environment).text(),
                run == null ? "NEVER_STARTED" : run.state().name(),
                moved.done(environment),
                moved.failed(environment),
                run == null ? null : run.startedBy(),
                run == null ? null : run.startedAt(),
                run == null ? null : run.finishedAt());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunAnswer start(Caller caller, @PathVariable EnvironmentTier environment) {
        caller.requireCoreTeam();
        LakeDesign design = versions.of(environment);
        if (design.version() != MOVABLE && !design.isCurrent()) {
            throw new MigrationRefused(environment, design);
        }
        transaction.executeWithoutResult(status -> {
            runs.start(environment, caller.person());
            reconciliations.request(Migration.KIND, environment.label());
        });
        return run(caller, environment);
    }
}
