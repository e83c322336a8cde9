package io.aifactory.bench.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelDeployed;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TrainingTrigger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a project, and the five events it becomes on its way through the factory.
 *
 * @param project the project
 * @param number counted from 1 within the project
 */
public record Step(ProjectId project, int number) {

    private static final ModelName MODEL = new ModelName("11_bench_model_reg");
    private static final String PATH = "projects/%s/11_bench_model_reg/train/%s/out/dev/v%d/part.parquet";
    private static final String HASH = "d737cbf4bd43c1881feee0b70a12ba31832191c6f21af6d40bdf59e2d7d7ed57";
    private static final String SOMEBODY = "anna@contoso.com";

    /** The first event: every other role takes it. */
    public EnvironmentProvisioned provisioned(Optional<Poison> poison, Instant now) {
        return new EnvironmentProvisioned(
                project,
                EnvironmentTier.DEV,
                number,
                poison.map(Poison::asResource).stream().toList(),
                now);
    }

    DatasetSaved saved(Instant now) {
        return new DatasetSaved(
                project, MODEL, dataset(), List.of(), List.of(), List.of(), List.of(), 0, "run-" + number, now);
    }

    /** The event that one role alone takes. */
    public ModelTrained trained(Instant now) {
        return new ModelTrained(
                project,
                MODEL,
                number,
                "run-" + number,
                TrainingTrigger.DATA,
                "ensemble of 2 LightGBM and 1 XGBoost",
                artifact(),
                dataset(),
                Map.of("rmse", 54.21, "mae", 43.77, "r2", 0.4716),
                List.of(),
                SOMEBODY,
                now);
    }

    ModelPromoted promoted(Instant now) {
        return new ModelPromoted(
                project, MODEL, number, promotion(), EnvironmentTier.DEV, artifact(), null, SOMEBODY, now);
    }

    ModelDeployed deployed(Instant now) {
        return new ModelDeployed(
                project, MODEL, number, EnvironmentTier.DEV, promotion(), "/projects/" + project + "/score", now);
    }

    /** Returns the step as it is written in an address or a log. */
    public Map<String, String> asParameters() {
        var parameters = new HashMap<String, String>();
        parameters.put("project", project.value());
        parameters.put("step", String.valueOf(number));
        return parameters;
    }

    private String promotion() {
        return "prm-" + number;
    }

    private DatasetReference dataset() {
        return new DatasetReference(DatasetName.GOLD, LakeLayer.GOLD_TEST, number, file("gold"), 88);
    }

    private ModelArtifactReference artifact() {
        return new ModelArtifactReference(file("model"), HASH, PATH.getBytes(UTF_8).length);
    }

    private LakeFile file(String what) {
        return new LakeFile(EnvironmentTier.DEV, PATH.formatted(project, what, number));
    }
}
