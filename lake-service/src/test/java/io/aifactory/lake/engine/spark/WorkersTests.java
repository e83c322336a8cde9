package io.aifactory.lake.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.lake.engine.EngineFailed;
import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.SqlTakesTooLong;
import io.aifactory.lake.engine.duckdb.EmbeddedEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link Workers}: a program that does not do as it should takes a piece of work with it, and no other. */
class WorkersTests {

    private static final EmbeddedEngine EMBEDDED = new EmbeddedEngine();
    private static final String SLOW =
            "SELECT count(*) FROM range(100000000000) AS a WHERE md5(CAST(id AS STRING)) = ''";

    @TempDir
    Path folder;

    @Test
    void programThatDoesNotStartSaysWhy() {
        SparkProperties nothing = SparkAtHand.properties(folder.toString(), Duration.ofMinutes(1));

        try (var workers = new Workers(nothing, folder.resolve("spark.log"))) {
            assertThatThrownBy(() -> workers.work("make silver", Worker::isAlive))
                    .isInstanceOf(EngineFailed.class)
                    .hasMessageContaining("cannot make silver")
                    .hasMessageContaining("java.lang.ClassNotFoundException: io.aifactory.spark.Worker");
        }
    }

    @Test
    void programThatIsNotReadyInTimeIsStopped() {
        SparkProperties ready = SparkAtHand.properties();
        SparkProperties late = SparkAtHand.properties(String.valueOf(ready.classPath()), Duration.ofMillis(10));

        try (var workers = new Workers(late, folder.resolve("spark.log"))) {
            assertThatThrownBy(() -> workers.work("make silver", Worker::isAlive))
                    .isInstanceOf(EngineFailed.class)
                    .hasMessageContaining("cannot make silver: Spark: it was not ready within 0 s")
                    .hasMessageContaining("factory.engine.spark.longest-start");
        }
    }

    @Test
    void workAfterAFailureHasItsOwnNamesAndAProgramThatLives() {
        SparkProperties properties = SparkAtHand.properties();
        try (var workers = new Workers(properties, folder.resolve("spark.log"))) {
            assertThat(workers.<Long>work(
                            "count",
                            worker -> count(worker, session -> {
                                session.define("t", "SELECT 1");
                                return session.row("SELECT count(*) FROM t", row -> row.number(1));
                            })))
                    .isEqualTo(1);
            assertThatThrownBy(() -> workers.work(
                            "count",
                            worker -> count(worker, session -> {
                                session.runForTeam(() -> session.rows("SELECT * FROM t", row -> 0));
                                return 0L;
                            })))
                    .isInstanceOf(InvalidSql.class)
                    .hasMessageContaining("`t` cannot be found");
            assertThatThrownBy(() -> workers.work("kill", worker -> {
                        worker.close();
                        return count(worker, session -> 0L);
                    }))
                    .isInstanceOf(EngineFailed.class)
                    .hasMessageContaining("cannot kill: Spark: it has ended");
            assertThat(workers.<Long>work("count", worker -> count(worker, session -> 7L)))
                    .isEqualTo(7);
        }
    }

    @Test
    void whatTakesTooLongIsStopped() {
        try (var workers = new Workers(SparkAtHand.properties(), folder.resolve("spark.log"))) {
            assertThatThrownBy(() -> workers.work("count", worker -> {
                        session(worker, Duration.ofMinutes(1)).columns("(SELECT 1)"); // the first takes its time
                        var impatient = session(worker, Duration.ofSeconds(5));
                        impatient.runForTeam(() -> impatient.rows(SLOW, row -> 0));
                        return 0;
                    }))
                    .isInstanceOf(SqlTakesTooLong.class)
                    .hasMessage("it takes longer than 5 s");
            assertThat(workers.<Boolean>work("look", Worker::isAlive)).isTrue();
        }
    }

    private static long count(Worker worker, Function<WorkerSession, Long> work) {
        return work.apply(session(worker, Duration.ofMinutes(1)));
    }

    private static WorkerSession session(Worker worker, Duration longest) {
        return new WorkerSession(worker, longest, EMBEDDED.queries(), EMBEDDED.finisher());
    }
}
