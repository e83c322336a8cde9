package io.aifactory.lake.gold;

import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.SplitSettings;
import io.aifactory.contracts.lake.GoldSplit;
import io.aifactory.lake.dataset.Draft;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.engine.Engines;
import io.aifactory.lake.engine.SplitPlan;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.settings.ConfiguredModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Splits gold as the model's settings want it. Only classes can be stratified: a regression is split without. */
@Component
class GoldSplitting {

    private static final int SHARE_DIGITS = 4;

    private final Engines engines;

    GoldSplitting(Engines engines) {
        this.engines = engines;
    }

    GoldDraft split(TableId gold, TableProfile profile, Path file, ConfiguredModel model, Workspace workspace) {
        SplitPlan plan = plan(model, workspace);
        List<TableProfile> profiles = engines.of(model.engine(), file).split(file, plan);
        var parts = new ArrayList<Draft>();
        for (var split : GoldSplit.values()) {
            TableProfile part = profiles.get(split.ordinal());
            SplitPlan.Part planned = plan.parts().get(split.ordinal());
            parts.add(Draft.of(gold.in(split.layer()), part, planned.target())
                    .tagged(Map.of(
                            "label",
                            model.label(),
                            "split_share",
                            planned.share().stripTrailingZeros().toPlainString(),
                            "split_percentage",
                            shareOf(part, profile))));
        }
        String fingerprint = profile.fingerprint()
                + profiles.stream()
                        .map(TableProfile::fingerprint)
                        .map(part -> part.substring(0, 16))
                        .reduce("", String::concat);
        var whole = new Draft(gold, profile, fingerprint, file, null, Map.of("label", model.label()));
        return new GoldDraft(whole, parts);
    }

    /** Rows are whole, so the share that a part really has is seldom the one that was asked for. */
    private static String shareOf(TableProfile part, TableProfile gold) {
        return BigDecimal.valueOf(part.rows())
                .divide(BigDecimal.valueOf(gold.rows()), SHARE_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
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
