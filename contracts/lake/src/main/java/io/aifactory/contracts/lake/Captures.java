package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The named values a path gave to a form. */
final class Captures {

    private final Map<String, String> values = new HashMap<>();
    private final List<String> parents = new ArrayList<>();

    /** Takes the value and returns true, unless the same name already has another one. */
    boolean add(String name, String value) {
        if (name.equals("parent")) {
            return parents.add(value);
        }
        String earlier = values.putIfAbsent(name, value);
        return earlier == null || earlier.equals(value);
    }

    ProjectId project() {
        return new ProjectId(get("project"));
    }

    ModelName model() {
        return new ModelName(get("model"));
    }

    DatasetName dataset() {
        return new DatasetName(get("dataset"));
    }

    EnvironmentTier environment() {
        return EnvironmentTier.of(get("environment"));
    }

    RefinedLayer layer() {
        return RefinedLayer.of(get("layer"));
    }

    MasterDataset master() {
        return new MasterDataset(parents, get("master"));
    }

    MasterTable refinedTable() {
        return new MasterTable.Refined(master(), layer());
    }

    MasterTable tableGivenBack() {
        return new MasterTable.GivenBack(master(), project(), layer(), environment());
    }

    ModelZone zone() {
        return values.containsKey("number") ? inference() : train();
    }

    ModelZone.Train train() {
        return ModelZone.train(project(), model());
    }

    ModelZone.Inference inference() {
        return ModelZone.inference(project(), model(), Integer.parseInt(get("number")));
    }

    InFolder inFolder() {
        return new InFolder(zone(), dataset(), environment(), date());
    }

    OnlineFile online(OnlineFile.Content content) {
        return new OnlineFile(inference(), content, environment(), date(), values.get("run"), get("caller"));
    }

    LocalDate date() {
        return LocalDate.of(
                Integer.parseInt(get("year")), Integer.parseInt(get("month")), Integer.parseInt(get("day")));
    }

    @Nullable
    LocalDate dateOrNull() {
        return values.containsKey("year") ? date() : null;
    }

    Edition edition() {
        String edition = values.get("edition");
        if (edition == null) {
            return Edition.latest();
        }
        if (edition.equals("1_latest")) {
            return Edition.pipelineLatest();
        }
        return edition.matches("v\\d+")
                ? Edition.version(Integer.parseInt(edition.substring(1)))
                : Edition.run(edition);
    }

    int version() {
        return Integer.parseInt(get("version"));
    }

    String build() {
        return get("build");
    }

    String file() {
        return get("file");
    }

    private String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the form has no value " + name);
        }
        return value;
    }
}
