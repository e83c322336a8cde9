package io.aifactory.lake;

import io.aifactory.contracts.events.ColumnRule;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetSettings;
import io.aifactory.contracts.events.EngineChoice;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.FileForm;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.PromotionSettings;
import io.aifactory.contracts.events.SplitSettings;
import io.aifactory.contracts.events.TableRule;
import io.aifactory.contracts.events.TrainingSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A team's model and its data. */
final class TeamFixtures {

    static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final ModelName MODEL = new ModelName("11_diabetes_model_reg");
    static final DatasetName MEASUREMENTS = new DatasetName("ds01_measurements");
    static final DatasetName SERUM = new DatasetName("ds02_serum");

    private TeamFixtures() {}

    static ModelConfigured configured(ProjectId project, int revision) {
        return configured(project, revision, DataPhase.PRODUCTION, null, null);
    }

    static ModelConfigured configured(ProjectId project, int revision, DataPhase phase) {
        return configured(project, revision, phase, null, null);
    }

    static ModelConfigured configured(ProjectId project, int revision, TableRule ofMeasurements) {
        return configured(project, revision, DataPhase.PRODUCTION, ofMeasurements, null);
    }

    static ModelConfigured configured(ProjectId project, int revision, DataPhase phase, TableRule ofMeasurements) {
        return configured(project, revision, phase, ofMeasurements, null);
    }

    /** The same, with how files of the second dataset are written. */
    static ModelConfigured configured(ProjectId project, int revision, @Nullable FileForm ofSerum) {
        return configured(project, revision, DataPhase.PRODUCTION, null, ofSerum);
    }

    /** The same, with what refines the datasets. */
    static ModelConfigured configured(ProjectId project, int revision, EngineChoice engine) {
        return configured(project, revision, DataPhase.PRODUCTION, null, null, engine);
    }

    private static ModelConfigured configured(
            ProjectId project,
            int revision,
            DataPhase phase,
            @Nullable TableRule ofMeasurements,
            @Nullable FileForm ofSerum) {
        return configured(project, revision, phase, ofMeasurements, ofSerum, null);
    }

    private static ModelConfigured configured(
            ProjectId project,
            int revision,
            DataPhase phase,
            @Nullable TableRule ofMeasurements,
            @Nullable FileForm ofSerum,
            @Nullable EngineChoice engine) {
        var rules = List.of(new ColumnRule("Age", "integer", false, 0.0, 120.0));
        var settings = new ModelSettings(
                MODEL.mlType(),
                "Progression",
                "Person ID",
                List.of(
                        new DatasetSettings(MEASUREMENTS, rules, null, ofMeasurements, engine),
                        new DatasetSettings(SERUM, List.of(), ofSerum, null, engine)),
                new SplitSettings(0.6, 0.2, 0.2, 42, false),
                new TrainingSettings("rmse", 60, 5, 42),
                new PromotionSettings(List.of(), List.of(EnvironmentTier.TEST)),
                phase);
        return new ModelConfigured(project, MODEL, revision, "bo@contoso.com", settings, NOW);
    }

    /** The same model after one of its datasets was dropped. */
    static ModelConfigured without(DatasetName dataset, ModelConfigured configured) {
        ModelSettings settings = configured.settings();
        var fewer = new ModelSettings(
                settings.mlType(),
                settings.label(),
                settings.key(),
                settings.datasets().stream()
                        .filter(candidate -> !candidate.name().equals(dataset))
                        .toList(),
                settings.split(),
                settings.training(),
                settings.promotion(),
                settings.phase());
        return new ModelConfigured(
                configured.project(),
                configured.model(),
                configured.revision(),
                configured.owner(),
                fewer,
                configured.configuredAt());
    }

    static String measurements(int from, int to) {
        return "Person ID,Age,BMI,Progression\n"
                + IntStream.rangeClosed(from, to)
                        .mapToObj(i -> "%d,%d,%d.5,%d\n".formatted(i, 20 + i % 60, 18 + i % 15, 100 + i))
                        .collect(Collectors.joining());
    }

    static String serum(int from, int to) {
        return "Person ID,s1\n"
                + IntStream.rangeClosed(from, to)
                        .mapToObj(i -> "%d,%d.25\n".formatted(i, i % 7))
                        .collect(Collectors.joining());
    }

    /** What the storage says of a file that was written, in Event Grid's own schema. */
    static String storageEvent(String path, String api) {
        return storageEvent(path, "Microsoft.Storage.BlobCreated", api, 1);
    }

    /** What the storage says of a file, in Event Grid's own schema. */
    static String storageEvent(String path, String type, String api, long length) {
        return """
                [{"id": "%s", "topic": "/subscriptions/local", "eventType": "%s",
                  "subject": "/blobServices/default/containers/lake3/blobs/%s", "eventTime": "2026-11-20T10:15:30Z",
                  "data": {"api": "%s", "eTag": "0x1", "contentLength": %d, "url": "file:///%s"},
                  "dataVersion": "2", "metadataVersion": "1"}]""".formatted(UUID.randomUUID(), type, path, api, length, path);
    }
}
