package io.aifactory.training.run;

import io.aifactory.contracts.lake.LakeFileNotFound;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.model.ModelRefused;
import io.aifactory.contracts.model.RowRefused;
import io.aifactory.training.automl.SearchRefused;
import io.aifactory.training.project.BudgetStops;
import io.aifactory.training.table.TableUnreadable;
import io.aifactory.training.testscoring.TestScoringFailed;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings runs to their end. Everything before the last transaction may be done again, even by two processes at once
 * when one was taken for dead: each attempt has a number and a folder of its own, and the last one's result counts.
 */
@Component
class Training {

    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    private final TrainingRuns runs;
    private final RunLifecycle lifecycle;
    private final ModelMaking making;
    private final RunCompletion completion;
    private final BudgetStops stops;
    private final TrainingProperties properties;
    private final Clock clock;

    Training(
            TrainingRuns runs,
            RunLifecycle lifecycle,
            ModelMaking making,
            RunCompletion completion,
            BudgetStops stops,
            TrainingProperties properties,
            Clock clock) {
        this.runs = runs;
        this.lifecycle = lifecycle;
        this.making = making;
        this.completion = completion;
        this.stops = stops;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Brings a run to its end if it is its turn, and says whether it has ended. What the lake can't do now, or breaks
     * unexpectedly, is thrown, so that the run is tried again.
     */
    boolean advance(RunId id) {
        var run = runs.get(id);
        if (run.progress().state().isEnd()) {
            return true;
        }
        if (!runs.isFirst(run)) {
            return false;
        }
        var obstacle = obstacle(run);
        if (obstacle.isPresent()) {
            lifecycle.fail(Attempt.last(run), obstacle.get());
            return true;
        }
        lifecycle.begin(run).ifPresent(this::work);
        return runs.get(id).progress().state().isEnd();
    }

    /** Why the run isn't begun, or not once more. An attempt that ended with its process is known by its number only. */
    private Optional<String> obstacle(TrainingRun run) {
        int begun = run.progress().attempts();
        if (begun >= properties.attempts()) {
            return Optional.of("was begun %d times and never came to an end".formatted(begun));
        }
        return run.progress().state() == RunState.REQUESTED
                ? stops.reason(run.project(), clock.instant())
                : Optional.empty();
    }

    private void work(Attempt attempt) {
        try {
            completion.complete(attempt, making.make(attempt));
        } catch (RunRefused
                | SearchRefused
                | ModelRefused
                | RowRefused
                | TestScoringFailed
                | TableUnreadable
                | LakeFileNotFound e) {
            lifecycle.fail(attempt, String.valueOf(e.getMessage()));
        } catch (LakeUnavailable e) {
            lifecycle.takeBack(attempt);
            throw e;
        } catch (InterruptedException e) {
            lifecycle.takeBack(attempt);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A run was interrupted and will be taken up again", e);
        } catch (RuntimeException | Error e) {
            if (attempt.number() < properties.attempts()) {
                throw e;
            }
            failAfterLastAttempt(attempt, e);
        }
    }

    private void failAfterLastAttempt(Attempt attempt, Throwable cause) {
        LOG.error("Run {} broke {} times", attempt.run().id(), attempt.number(), cause);
        lifecycle.fail(attempt, "broke %d times, the last time: %s".formatted(attempt.number(), cause));
    }
}
