package io.aifactory.contracts.messaging.metrics;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Holds where a connection string of Azure Monitor is given; an empty one is none. */
final class OnConnectionString implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return StringUtils.hasText(
                context.getEnvironment().getProperty("management.azuremonitor.metrics.export.connection-string"));
    }
}
