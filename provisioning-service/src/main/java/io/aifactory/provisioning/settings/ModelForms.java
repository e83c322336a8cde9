package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetSettings;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.provisioning.form.Form;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the models of an order. */
@Component
public class ModelForms {

    private static final List<String> KEYS = Stream.concat(
                    Stream.of("name", "label", "key", "datasets", "phase"), SettingKey.sections().stream())
            .toList();
    private static final int LONGEST_COLUMN = 100;

    private final EnterpriseDefaults defaults;

    ModelForms(EnterpriseDefaults defaults) {
        this.defaults = defaults;
    }

    /** Returns the models in the order's {@code models}; what is wrong with any is noted on the form, and that model left out. */
    public List<ModelOrder> read(Form order) {
        Set<Integer> numbers = new HashSet<>();
        return order.items("models").stream()
                .map(model -> read(model, numbers))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private @Nullable ModelOrder read(Form model, Set<Integer> numbers) {
        int before = model.reasons().size();
        model.knowing(KEYS);
        ModelName name = readName(model, numbers);
        String label = model.requiredText("label", LONGEST_COLUMN);
        String key = model.requiredText("key", LONGEST_COLUMN);
        if (!label.isEmpty() && label.equals(key)) {
            model.refuse("label", "is the key '%s' too; a model cannot learn what identifies a row".formatted(key));
        }
        List<DatasetSettings> datasets = DatasetForms.read(model);
        var own = new SettingsLevel("model", SettingsForm.read(model));
        DataPhase phase = model.parsed("phase", DataPhase::of);
        return name == null ? null : finish(model, name, label, key, datasets, phase, own, before);
    }

    private @Nullable ModelOrder finish(
            Form form,
            ModelName name,
            String label,
            String key,
            List<DatasetSettings> datasets,
            @Nullable DataPhase phase,
            SettingsLevel own,
            int reasonsBefore) {
        var effective = EffectiveSettings.of(Stream.concat(defaults.of(name.mlType()).stream(), Stream.of(own))
                .toList());
        SettingsRules.check(form, name.mlType(), effective);
        if (form.reasons().size() > reasonsBefore) {
            return null;
        }
        var settings = new ModelSettings(
                name.mlType(),
                label,
                key,
                datasets,
                effective.split(),
                effective.training(),
                effective.promotion(),
                phase);
        return new ModelOrder(name, settings, effective.levels());
    }

    private static @Nullable ModelName readName(Form model, Set<Integer> numbers) {
        if (model.requiredText("name", LONGEST_COLUMN).isEmpty()) {
            return null;
        }
        ModelName name = model.parsed("name", ModelName::new);
        if (name != null && !numbers.add(name.number())) {
            model.refuse("name", "'%s' has a number that another model of the order has".formatted(name));
        }
        return name;
    }
}
