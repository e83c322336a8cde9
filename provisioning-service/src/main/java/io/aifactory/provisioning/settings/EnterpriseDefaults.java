package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.MlType;
import io.aifactory.provisioning.form.Form;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The most general level: what holds for every model, and what holds for every model of a kind. */
@Component
class EnterpriseDefaults {

    private static final String LEVEL = "enterprise";
    private static final String DOCUMENT = "enterprise-settings.json";

    private final Form document;

    EnterpriseDefaults() {
        this.document = Form.parse(load());
        for (MlType type : MlType.values()) {
            List<String> missing = EffectiveSettings.of(of(type)).missing();
            if (!missing.isEmpty() || !document.reasons().isEmpty()) {
                throw new IllegalStateException(
                        "%s, %s: missing %s, wrong %s".formatted(DOCUMENT, type, missing, document.reasons()));
            }
        }
    }

    /** Returns the levels for models of the given kind, the more general one first. */
    List<SettingsLevel> of(MlType type) {
        return List.of(
                new SettingsLevel(LEVEL, SettingsForm.read(document)),
                new SettingsLevel(LEVEL, SettingsForm.read(document.section(type.label()))));
    }

    private static byte[] load() {
        try (InputStream content =
                Objects.requireNonNull(EnterpriseDefaults.class.getResourceAsStream(DOCUMENT), DOCUMENT)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DOCUMENT, e);
        }
    }
}
