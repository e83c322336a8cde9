package io.aifactory.training.run;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.LocalCopy;
import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.training.automl.AutoMl;
import io.aifactory.training.automl.SearchOrder;
import io.aifactory.training.automl.SearchResult;
import io.aifactory.training.automl.SearchSettings;
import io.aifactory.training.gold.GoldVersion;
import io.aifactory.training.settings.ConfiguredModel;
import io.aifactory.training.testscoring.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Makes a model by a search on gold's train and validate sets. */
@Component
class GoldTraining {

    private final AutoMl autoMl;
    private final Lakes lakes;
    private final RunFolders folders;
    private final TrainingProperties properties;

    GoldTraining(AutoMl autoMl, Lakes lakes, RunFolders folders, TrainingProperties properties) {
        this.autoMl = autoMl;
        this.lakes = lakes;
        this.folders = folders;
        this.properties = properties;
    }

    MadeModel make(Attempt attempt, ConfiguredModel configured, GoldVersion gold) throws InterruptedException {
        try (var train = copy(gold.train());
                var validate = copy(gold.validate())) {
            var result = autoMl.search(
                    new SearchOrder(train.path(), validate.path(), folders.of(attempt), settings(configured)));
            return made(result, gold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MadeModel made(SearchResult result, GoldVersion gold) throws IOException {
        var folder = result.model().resolveSibling("");
        return new MadeModel(
                ModelArtifact.read(result.model()),
                result.algorithm(),
                gold,
                List.of(gold.train(), gold.validate()),
                result.leaderboard(),
                facts(result),
                Map.of(
                        "leaderboard.json", LakeContent.of(folder.resolve("leaderboard.json")),
                        "log.txt", LakeContent.of(folder.resolve("log.txt"))));
    }

    private static Map<String, String> facts(SearchResult result) {
        var facts = new TreeMap<String, String>();
        result.leftOut().forEach((column, reason) -> facts.put("left out: " + column, reason));
        facts.put("cv_" + result.metric(), Double.toString(result.cvScore()));
        facts.put("rows", Integer.toString(result.rows()));
        facts.put("seconds", Double.toString(result.seconds()));
        return facts;
    }

    private SearchSettings settings(ConfiguredModel configured) {
        var settings = configured.settings();
        var training = settings.training();
        var metric = Metric.of(training.primaryMetric())
                .filter(known -> known.mlType() == settings.mlType())
                .orElseThrow(() -> new RunRefused("Metric '%s' is none for %s, there are %s"
                        .formatted(training.primaryMetric(), settings.mlType(), Metric.of(settings.mlType()))));
        try {
            return new SearchSettings(
                    settings.mlType(),
                    settings.label(),
                    Set.of(settings.key()),
                    metric,
                    training.folds(),
                    training.seed(),
                    Duration.ofSeconds(training.timeBudgetSeconds()),
                    properties.threads());
        } catch (IllegalArgumentException e) {
            throw new RunRefused("The settings can't be trained with: " + e.getMessage());
        }
    }

    private LocalCopy copy(DatasetReference dataset) {
        return lakes.of(dataset.file()).localCopy(LakePaths.parse(dataset.file()));
    }
}
