package io.aifactory.lake.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import io.aifactory.lake.ServiceDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests for {@link Reconciliations}. */
class ReconciliationsTests {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(10));

    private final ServiceDatabase database = new ServiceDatabase(Instant.parse("2026-11-20T10:00:00Z"));
    private final List<String> done = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private Reconciliations reconciliations;
    private ManualScheduler jobs;

    @BeforeEach
    void open() {
        var requests = new Requests(database.client());
        reconciliations = new Reconciliations(requests, database.scheduler(), database.clock());
        var job = new ReconciliationJob(requests, database.transaction(), database.clock());
        jobs = database.jobs(job.reconcileTask(List.of(new Noting())));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void manyRequestsBecomeOneRunOnceItIsQuiet() {
        for (int i = 0; i < 5; i++) {
            ask(PATIENCE);
            passAndRun(1);
        }
        assertThat(done).isEmpty();

        passAndRun(1);

        assertThat(done).containsExactly("here");
        passAndRun(60);
        assertThat(done).hasSize(1);
    }

    @Test
    void nobodyWaitsLongerThanTheLongestWait() {
        for (int i = 0; i < 10; i++) {
            ask(PATIENCE);
            passAndRun(1);
        }

        assertThat(done).containsExactly("here");
    }

    @Test
    void whoAsksAtOnceEndsTheWaitAndLaterRequestsDoNotProlongIt() {
        ask(PATIENCE);

        ask(Patience.NONE);
        ask(PATIENCE);
        passAndRun(0);

        assertThat(done).containsExactly("here");
    }

    @Test
    void requestDuringARunLeadsToAnotherOneWithItsOwnWait() {
        meanwhile = () -> ask(PATIENCE);
        ask(Patience.NONE);
        passAndRun(0);
        meanwhile = () -> {};
        passAndRun(1);
        assertThat(done).hasSize(1);

        passAndRun(1);

        assertThat(done).hasSize(2);
        assertThat(waiting()).isZero();
    }

    @Test
    void whatFailedIsTriedAgain() {
        meanwhile = () -> {
            throw new IllegalStateException("no memory");
        };
        ask(Patience.NONE);
        passAndRun(0);
        meanwhile = () -> {};

        passAndRun(1);

        assertThat(done).hasSize(2);
        assertThat(waiting()).isZero();
    }

    @Test
    void requestsThatComeAfterAFailureDoNotPutItOff() {
        meanwhile = () -> {
            throw new IllegalStateException("no memory");
        };
        ask(Patience.NONE);
        passAndRun(0);
        meanwhile = () -> {};

        ask(PATIENCE);
        passAndRun(1);

        assertThat(done).hasSize(2);
        assertThat(waiting()).isZero();
    }

    @Test
    void failuresInARowAreCountedWhateverIsAskedForBetweenThem() {
        meanwhile = () -> {
            ask(PATIENCE);
            throw new IllegalStateException("no memory");
        };
        ask(Patience.NONE);
        passAndRun(0);
        ask(PATIENCE);
        passAndRun(1);
        ask(PATIENCE);
        passAndRun(2);

        assertThat(done).hasSize(3);
        assertThat(failures()).isEqualTo(3);
    }

    @Test
    void requestsThatComeAfterItsProcessDiedDoNotPutItOff() {
        ask(Patience.NONE);
        beginAndDie();

        ask(PATIENCE);
        jobs.runDeadExecutionDetection();
        passAndRun(0);

        assertThat(done).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void longestWaitIsNoShorterThanTheQuietPeriod() {
        assertThatThrownBy(() -> new Patience(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("shorter than the quiet period");
    }

    private void ask(Patience patience) {
        database.transaction().executeWithoutResult(status -> reconciliations.request("noting", "here", patience));
    }

    private void passAndRun(int seconds) {
        database.pass(Duration.ofSeconds(seconds));
        jobs.runAnyDueExecutions();
    }

    private void beginAndDie() {
        new Requests(database.client())
                .begin(new Work("noting", "here"), database.clock().instant());
        database.client()
                .sql("UPDATE scheduled_tasks SET picked = true, picked_by = 'a dead one', last_heartbeat = 'epoch'")
                .update();
    }

    private int failures() {
        return database.client()
                .sql("SELECT consecutive_failures FROM scheduled_tasks")
                .query(Integer.class)
                .single();
    }

    private long waiting() {
        return database.client()
                .sql("SELECT count(*) FROM scheduled_tasks")
                .query(Long.class)
                .single();
    }

    private final class Noting implements Reconciler {
        @Override
        public String kind() {
            return "noting";
        }

        @Override
        public void reconcile(String scope) {
            done.add(scope);
            meanwhile.run();
        }
    }
}
