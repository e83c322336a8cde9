package io.aifactory.localbus.filter;

import java.util.Map;

/**
 * Passes a message whose system and application properties all equal the given ones.
 *
 * @param system expected values by lower-case system property name
 * @param application expected values by application property name
 */
public record CorrelationFilter(Map<String, String> system, Map<String, Object> application) implements MessageFilter {

    public CorrelationFilter {
        system = Map.copyOf(system);
        application = Map.copyOf(application);
    }

    @Override
    public boolean matches(MessageProperties properties) {
        return system.entrySet().stream().allMatch(expected -> expected.getValue()
                        .equals(String.valueOf(properties.system(expected.getKey()))))
                && application.entrySet().stream().allMatch(expected -> Comparison.EQUAL
                        .test(properties.application().get(expected.getKey()), expected.getValue())
                        .holds());
    }
}
