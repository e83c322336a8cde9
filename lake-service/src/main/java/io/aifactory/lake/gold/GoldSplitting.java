package io.aifactory.lake.gold;

import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.SplitSettings;
import io.aifactory.contracts.lake.GoldSplit;
import io.aifactory.lake.dataset.Draft;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.SplitPlan;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.settings.ConfiguredModel;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Splits gold as the model's settings want it. Only classes can be stratified: a regression is split without. */
@Component
class GoldSplitting {

    private final RefinementEngine engine;

    GoldSplitting(RefinementEngine engine) {
        this.engine = engine;
    }

    GoldDraft split(TableId gold, TableProfile profile, Path file, ConfiguredModel model, Workspace workspace) {
        SplitPlan plan = plan(model, workspace);
        List<TableProfile> profiles = engine.split(file, plan);
        var parts = new ArrayList<Draft>();
        for (var split : GoldSplit.values()) {
            parts.add(Draft.of(
                    gold.in(split.layer()),
                    profiles.get(split.ordinal()),
                    plan.parts().get(split.ordinal()).target()));
        }
        String fingerprint = profile.fingerprint()
                + profiles.stream()
                        .map(TableProfile::fingerprint)
                        .map(part -> part.substring(0, 16))
                        .reduce("", String::concat);
        return new GoldDraft(new Draft(gold, profile, fingerprint, file, null), parts);
    }

    private static SplitPlan plan(ConfiguredModel model, Workspace workspace) {
        SplitSettings split = model.settings().split();
        BigDecimal train = BigDecimal.valueOf(split.train());
        BigDecimal validate = BigDecimal.valueOf(split.validate());
        BigDecimal test = BigDecimal.ONE.subtract(train).subtract(validate);
        return new SplitPlan(
                model.key(),
                split.seed(),
                stratifyBy(model, split),
                model.groupBy(),
                List.of(
                        part(train, GoldSplit.TRAIN, workspace),
                        part(validate, GoldSplit.VALIDATE, workspace),
                        part(test, GoldSplit.TEST, workspace)));
    }

    private static @Nullable String stratifyBy(ConfiguredModel model, SplitSettings split) {
        return split.stratified() && model.settings().mlType() == MlType.CLASSIFICATION ? model.label() : null;
    }

    private static SplitPlan.Part part(BigDecimal share, GoldSplit split, Workspace workspace) {
        return new SplitPlan.Part(share, workspace.newFile(split.layer() + ".parquet"));
    }
}
