package io.aifactory.lake.refinement;

import io.aifactory.lake.dataset.Draft;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.SplitPlan;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.settings.ConfiguredModel;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Keeps a share of a silver table's rows, to try things out with. The rows are chosen by the hash of key and seed: the same
 * each time, and nearly the same keys in all datasets of a model, so that what is merged from them is about that share too.
 */
@Component
class ResearchSample {

    private static final int DIGITS = 16;

    private final RefinementEngine engine;
    private final BigDecimal share;

    ResearchSample(RefinementEngine engine, ResearchProperties properties) {
        this.engine = engine;
        this.share = properties.share();
    }

    /** Returns a draft of the sample in place of that of all rows. What was turned away stays whole. */
    Draft of(Draft silver, ConfiguredModel model, Workspace workspace) {
        Path kept = workspace.newFile("sample.parquet");
        var parts = List.of(
                new SplitPlan.Part(share, kept),
                new SplitPlan.Part(BigDecimal.ONE.subtract(share), workspace.newFile("rest.parquet")));
        TableProfile sample = engine.split(silver.file(), new SplitPlan(model.key(), seed(model), null, null, parts))
                .get(0);
        String fingerprint = silver.fingerprint() + sample.fingerprint().substring(0, DIGITS);
        return new Draft(silver.table(), sample, fingerprint, kept, silver.bad())
                .tagged(Map.of("sample_share", share.toPlainString()));
    }

    /** Returns a text that is the same as long as the same rows would be chosen. */
    String described(ConfiguredModel model) {
        return "sample %s by %d".formatted(share.toPlainString(), seed(model));
    }

    private static long seed(ConfiguredModel model) {
        return model.settings().split().seed();
    }
}
