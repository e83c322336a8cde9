package io.aifactory.training.automl.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.training.GoldFiles;
import io.aifactory.training.automl.LeaderboardEntry;
import io.aifactory.training.automl.SearchBroken;
import io.aifactory.training.automl.SearchOrder;
import io.aifactory.training.automl.SearchRefused;
import io.aifactory.training.automl.SearchSettings;
import io.aifactory.training.table.duckdb.DuckDbTableReader;
import io.aifactory.training.testscoring.Metric;
import io.aifactory.training.testscoring.TestSetScoring;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmAutoMlTests {

    private final ChildJvmAutoMl autoMl = new ChildJvmAutoMl(512, Duration.ofMinutes(2));

    @TempDir
    private Path folder;

    @Test
    void trainsRegressionOnDiabetes() throws Exception {
        var gold = GoldFiles.diabetes(folder);
        var settings = settings(MlType.REGRESSION, "progression", "person_id", Metric.RMSE);

        var result = autoMl.search(order(gold, settings, "run"));

        var artifact = ModelArtifact.read(result.model());
        assertThat(artifact.sha256()).isEqualTo(result.sha256());
        assertThat(artifact.schema().indexOf("person_id")).isEqualTo(-1);
        assertThat(result.leftOut()).containsKey("person_id");
        assertThat(result.leaderboard()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(result.leaderboard().stream()
                        .mapToDouble(LeaderboardEntry::cvScore)
                        .min())
                .hasValue(result.leaderboard().get(0).cvScore());
        var metrics = TestSetScoring.score(artifact, new DuckDbTableReader("256MB", 1).read(gold.test()));
        assertThat(metrics.get("r2")).isGreaterThan(0.35);
        assertThat(metrics.get("spearman")).isGreaterThan(0.6);
    }

    @Test
    void trainsClassificationOnBreastCancerTwiceAlike() throws Exception {
        var gold = GoldFiles.breastCancer(folder);
        var settings = settings(MlType.CLASSIFICATION, "diagnosis", "sample_id", Metric.AUC);

        var first = autoMl.search(order(gold, settings, "first"));
        var second = autoMl.search(order(gold, settings, "second"));

        assertThat(second.sha256()).isEqualTo(first.sha256());
        var artifact = ModelArtifact.read(first.model());
        assertThat(artifact.schema().classes()).containsExactly("benign", "malignant");
        var metrics = TestSetScoring.score(artifact, new DuckDbTableReader("256MB", 1).read(gold.test()));
        assertThat(metrics.get("auc")).isGreaterThan(0.97);
        assertThat(metrics.get("accuracy")).isGreaterThan(0.92);
    }

    @Test
    void startsNoFurtherCandidateWhenTheBudgetIsUsedUp() throws Exception {
        var gold = GoldFiles.diabetes(folder);
        var settings = new SearchSettings(
                MlType.REGRESSION, "progression", Set.of("person_id"), Metric.MAE, 5, 1, Duration.ZERO, 1);

        var result = autoMl.search(order(gold, settings, "run"));

        assertThat(result.leaderboard())
                .filteredOn(entry -> entry.remark().isEmpty())
                .extracting(LeaderboardEntry::library)
                .containsExactlyInAnyOrder("LightGBM, XGBoost", "LightGBM", "XGBoost");
    }

    @Test
    void refusesLabelThatIsNotThere() {
        var gold = GoldFiles.diabetes(folder);
        var settings = settings(MlType.REGRESSION, "weight", "person_id", Metric.RMSE);

        assertThatExceptionOfType(SearchRefused.class)
                .isThrownBy(() -> autoMl.search(order(gold, settings, "run")))
                .withMessageStartingWith("There is no label 'weight' among columns [person_id, age");
    }

    @Test
    void refusesFileThatIsNoParquet() throws Exception {
        var file = Files.writeString(folder.resolve("no.parquet"), "no");
        var gold = new GoldFiles(file, file, file);
        var settings = settings(MlType.REGRESSION, "y", "id", Metric.RMSE);

        assertThatExceptionOfType(SearchRefused.class)
                .isThrownBy(() -> autoMl.search(order(gold, settings, "run")))
                .withMessageStartingWith("no.parquet can't be read");
    }

    @Test
    void endsChildThatTakesTooLong() {
        var impatient = new ChildJvmAutoMl(512, Duration.ofMillis(100));
        var gold = GoldFiles.diabetes(folder);
        var settings = new SearchSettings(
                MlType.REGRESSION, "progression", Set.of("person_id"), Metric.MAE, 5, 1, Duration.ZERO, 1);

        assertThatExceptionOfType(SearchBroken.class)
                .isThrownBy(() -> impatient.search(order(gold, settings, "run")))
                .withMessageStartingWith("The search took longer than PT0.1S and was ended");
    }

    @Test
    void childEndsWhenItsParentIsGone() throws Exception {
        var settings = settings(MlType.REGRESSION, "progression", "person_id", Metric.RMSE);
        var files = new JobFiles(folder.resolve("orphan"));
        files.writeOrder(order(GoldFiles.diabetes(folder), settings, "orphan"));

        var builder = new ProcessBuilder(ChildCommand.of(files.job(), 256, true))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(files.log().toFile());
        builder.environment().put("CLASSPATH", ChildCommand.classPath());
        Process orphan = builder.start();

        assertThat(orphan.waitFor()).isEqualTo(9);
        assertThat(files.result()).doesNotExist();
    }

    private SearchOrder order(GoldFiles gold, SearchSettings settings, String name) {
        return new SearchOrder(gold.train(), gold.validate(), folder.resolve(name), settings);
    }

    /** Settings with time for all candidates, so that the same data makes the same model. */
    private static SearchSettings settings(MlType mlType, String label, String key, Metric metric) {
        return new SearchSettings(mlType, label, Set.of(key), metric, 5, 42, Duration.ofMinutes(5), 1);
    }
}
