package io.aifactory.lake.refinement;

import io.aifactory.contracts.events.ColumnRule;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.DatasetVersions;
import io.aifactory.lake.dataset.TableId;
import io.aifactory.lake.engine.ColumnCheck;
import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.engine.ColumnType;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.settings.ConfiguredModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the rows of a source have to hold: what the model's settings say; the label has to be there in training data; and
 * data to score has the types that the training data got.
 */
@Component
class RowRules {

    private final DatasetVersions versions;
    private final RefinementProperties properties;

    RowRules(DatasetVersions versions, RefinementProperties properties) {
        this.versions = versions;
        this.properties = properties;
    }

    SilverRules of(Source source, ConfiguredModel model, @Nullable String sql) {
        boolean toScore = source.scope().zone() instanceof ModelZone.Inference;
        var checks = new TreeMap<String, ColumnCheck>();
        if (toScore) {
            trainedTypes(source)
                    .forEach((column, type) -> checks.put(column, new ColumnCheck(type, false, null, null)));
        }
        for (ColumnRule rule : model.rulesOf(source.dataset()).orElse(List.of())) {
            checks.merge(ColumnNames.normalise(rule.column()), check(rule), RowRules::withTypeOf);
        }
        ColumnCheck label = checks.getOrDefault(model.label(), ColumnCheck.NONE);
        checks.put(model.label(), new ColumnCheck(label.type(), !toScore, label.min(), label.max(), label.values()));
        return new SilverRules(sql, model.key(), checks, properties.typeAgreement());
    }

    private static ColumnCheck check(ColumnRule rule) {
        return new ColumnCheck(typeOf(rule), rule.required(), rule.min(), rule.max(), rule.values());
    }

    private static @Nullable ColumnType typeOf(ColumnRule rule) {
        String type = rule.type();
        return type == null ? null : ColumnType.ofLabel(type).orElse(null);
    }

    private static ColumnCheck withTypeOf(ColumnCheck trained, ColumnCheck rule) {
        ColumnType type = rule.type() == null ? trained.type() : rule.type();
        return new ColumnCheck(type, rule.required(), rule.min(), rule.max(), rule.values());
    }

    /** Data to score meets the model in every environment; what the model learned from may lie in dev only. */
    private Map<String, ColumnType> trainedTypes(Source source) {
        var types = new TreeMap<String, ColumnType>();
        trainedSilver(source, DataPhase.PRODUCTION)
                .or(() -> trainedSilver(source, DataPhase.RESEARCH))
                .ifPresent(silver -> silver.columns().forEach(column -> ColumnType.ofSqlType(column.type())
                        .ifPresent(type -> types.put(column.name(), type))));
        return types;
    }

    private Optional<DatasetVersion> trainedSilver(Source source, DataPhase phase) {
        return trainedSilver(source, phase, source.scope().environment())
                .or(() -> trainedSilver(source, phase, EnvironmentTier.DEV));
    }

    private Optional<DatasetVersion> trainedSilver(Source source, DataPhase phase, EnvironmentTier environment) {
        ModelZone zone = source.scope().zone();
        var train = ModelZone.train(zone.project(), zone.model());
        return versions.latest(new TableId(train, source.dataset(), LakeLayer.SILVER, environment, null, phase));
    }
}
