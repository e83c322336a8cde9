package io.aifactory.provisioning.settings;

import java.util.Map;

/**
 * What one level sets.
 *
 * @param name the level, for instance {@code enterprise}
 * @param values the settings it has a value for
 */
record SettingsLevel(String name, Map<SettingKey, Object> values) {

    SettingsLevel {
        values = Map.copyOf(values);
    }
}
