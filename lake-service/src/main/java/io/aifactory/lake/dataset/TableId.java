package io.aifactory.lake.dataset;

import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.BadFile;
import io.aifactory.contracts.lake.Edition;
import io.aifactory.contracts.lake.EnvironmentPath;
import io.aifactory.contracts.lake.GoldFile;
import io.aifactory.contracts.lake.GoldSplit;
import io.aifactory.contracts.lake.GoldSplitFile;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.RefinedFile;
import io.aifactory.contracts.lake.RefinedLayer;
import io.aifactory.contracts.lake.ToScoreFile;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A table that gets a new version whenever its content changes. What people try out is a table of its own, beside the one
 * that counts: they never have a version in common, though they count versions together.
 *
 * @param zone to learn from or to score
 * @param dataset which dataset
 * @param layer how far it is refined
 * @param environment in which environment
 * @param day the day whose data it is, where each day's data is scored for itself
 * @param phase whether it counts, or people try things out with it
 */
public record TableId(
        ModelZone zone,
        DatasetName dataset,
        LakeLayer layer,
        EnvironmentTier environment,
        @Nullable LocalDate day,
        DataPhase phase) {

    /** A table that counts. */
    public TableId(
            ModelZone zone,
            DatasetName dataset,
            LakeLayer layer,
            EnvironmentTier environment,
            @Nullable LocalDate day) {
        this(zone, dataset, layer, environment, day, DataPhase.PRODUCTION);
    }

    /** Returns the same table in another layer. */
    public TableId in(LakeLayer other) {
        return new TableId(zone, dataset, other, environment, day, phase);
    }

    /** Returns the table of another dataset beside it. */
    public TableId of(DatasetName other) {
        return new TableId(zone, other, layer, environment, day, phase);
    }

    /** Returns the same table in another phase. */
    public TableId in(DataPhase other) {
        return new TableId(zone, dataset, layer, environment, day, other);
    }

    /** Returns whether it is there to try things out: nobody is told of its versions, and only the newest is kept. */
    public boolean isForResearch() {
        return phase == DataPhase.RESEARCH;
    }

    /** Returns the name by which it is registered in its project and environment. */
    public RegistryName registryName() {
        return RegistryName.of(zone.model(), dataset, layer, zone instanceof ModelZone.Inference);
    }

    /** Returns where the given version of it lies. */
    public EnvironmentPath fileOf(int version) {
        Edition edition = Edition.version(version);
        return switch (layer) {
            case BRONZE -> new RefinedFile(zone, dataset, RefinedLayer.BRONZE, environment, edition);
            case SILVER -> new RefinedFile(zone, dataset, RefinedLayer.SILVER, environment, edition);
            case GOLD -> new GoldFile(train(), environment, edition);
            case GOLD_TRAIN -> new GoldSplitFile(train(), environment, GoldSplit.TRAIN, edition);
            case GOLD_VALIDATE -> new GoldSplitFile(train(), environment, GoldSplit.VALIDATE, edition);
            case GOLD_TEST -> new GoldSplitFile(train(), environment, GoldSplit.TEST, edition);
            case GOLD_TO_SCORE -> new ToScoreFile((ModelZone.Inference) zone, environment, null, edition);
            case GOLD_SCORED -> throw new IllegalStateException("scores are not this service's to save");
        };
    }

    /** Returns where the rows lie that the given version of it turned away. */
    public EnvironmentPath badFileOf(int version) {
        return new BadFile(zone, dataset, environment, Edition.version(version), "bad.csv");
    }

    private ModelZone.Train train() {
        return (ModelZone.Train) zone;
    }

    @Override
    public String toString() {
        return "%s/%s/%s/%s%s%s"
                .formatted(
                        zone.path(),
                        dataset,
                        layer,
                        environment,
                        day == null ? "" : "/" + day,
                        isForResearch() ? "/" + phase : "");
    }
}
