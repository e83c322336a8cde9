package io.aifactory.promotion;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.DatasetSettings;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.MetricWeight;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ModelDeployed;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.events.PromotionSettings;
import io.aifactory.contracts.events.SplitSettings;
import io.aifactory.contracts.events.TestScoring;
import io.aifactory.contracts.events.TrainingSettings;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelFile;
import io.aifactory.contracts.lake.ModelZone;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A project with one model, as the other services would tell of it; its people, and their tokens. */
record Story(ProjectId project, ModelName model, Lakes lakes) {

    static final String ANNA = "anna@contoso.com";
    static final String CARLA = "carla@contoso.com";

    private static final Instant NOW = Instant.parse("2026-11-20T08:15:41Z");

    static Story of(int number, Lakes lakes) {
        return new Story(ProjectId.of(number), new ModelName("11_diabetes_model_reg"), lakes);
    }

    /** The lead, who answers for the model. */
    String anna() {
        return TestTokens.bearer(ANNA, group(ProjectRole.LEAD), group(ProjectRole.APPROVER));
    }

    /** The approver. */
    String carla() {
        return TestTokens.bearer(CARLA, group(ProjectRole.APPROVER));
    }

    /** A member without a say in promotions. */
    String ben() {
        return TestTokens.bearer("ben@contoso.com", group(ProjectRole.MEMBER));
    }

    private String group(ProjectRole role) {
        return Caller.groupOf(project, role);
    }

    EnvironmentProvisioned provisioned(EnvironmentTier environment) {
        return new EnvironmentProvisioned(project, environment, 1, List.of(), NOW);
    }

    ModelConfigured configured(int revision, MetricWeight... weights) {
        var promotion = new PromotionSettings(List.of(weights), List.of(EnvironmentTier.TEST, EnvironmentTier.PROD));
        var settings = new ModelSettings(
                MlType.REGRESSION,
                "disease_progression",
                "person_id",
                List.of(new DatasetSettings(new DatasetName("ds01_measurements"), List.of())),
                new SplitSettings(0.6, 0.2, 0.2, 42, false),
                new TrainingSettings("rmse", 10, 5, 42),
                promotion);
        return new ModelConfigured(project, model, revision, ANNA, settings, NOW);
    }

    /** A version whose artifact lies in dev; peers are all earlier versions with the given errors. */
    ModelTrained trained(int version, double rmse, TestScoring... peers) {
        byte[] content = ("trees of " + project + " version " + version).getBytes(UTF_8);
        lakes.of(EnvironmentTier.DEV).publish(artifactFile(version, EnvironmentTier.DEV), LakeContent.of(content));
        var artifact = new ModelArtifactReference(
                new LakeFile(
                        EnvironmentTier.DEV,
                        artifactFile(version, EnvironmentTier.DEV).path()),
                sha256(content),
                content.length);
        var testSet = new DatasetReference(
                DatasetName.GOLD,
                LakeLayer.GOLD_TEST,
                version,
                new LakeFile(
                        EnvironmentTier.DEV,
                        "projects/%s/%s/train/gold/dev/Test/v%d/gold_test.parquet".formatted(project, model, version)),
                88);
        return new ModelTrained(
                project,
                model,
                version,
                "run-%s-%d".formatted(project, version),
                TrainingTrigger.DATA,
                "LightGBM",
                artifact,
                testSet,
                Map.of("rmse", rmse),
                List.of(peers),
                ANNA,
                NOW);
    }

    static TestScoring peer(int version, double rmse) {
        return new TestScoring(version, Map.of("rmse", rmse));
    }

    ModelDeployed deployed(ModelPromoted promoted) {
        return new ModelDeployed(
                project,
                model,
                promoted.version(),
                promoted.environment(),
                promoted.promotionId(),
                "/score/%s/%s/%s".formatted(promoted.environment(), project, model),
                NOW);
    }

    ModelFile artifactFile(int version, EnvironmentTier environment) {
        return new ModelFile(new ModelZone.Train(project, model), environment, version, ModelFile.ARTIFACT);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
