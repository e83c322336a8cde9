package io.aifactory.contracts.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an environment of a project has cost.
 *
 * @param project the project
 * @param environment the environment
 * @param day up to and including which day of the month
 * @param amount spent since the month began
 * @param forecast expected for the whole month
 * @param currency ISO 4217 code
 * @param reportedAt when
 */
@EventType("io.aifactory.cost.reported.v1")
public record CostReported(
        ProjectId project,
        EnvironmentTier environment,
        LocalDate day,
        BigDecimal amount,
        @Nullable BigDecimal forecast,
        @Matches("[A-Z]{3}") String currency,
        Instant reportedAt)
        implements FactoryEvent {

    @Override
    public String subject() {
        return project + "/" + environment;
    }

    @Override
    public String partitionKey() {
        return project.value();
    }

    @Override
    public String businessKey() {
        return subject() + "/" + day;
    }
}
