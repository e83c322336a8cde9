package io.aifactory.contracts.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A project has spent more than its monthly budget.
 *
 * @param project the project
 * @param day on which day
 * @param budget the monthly budget
 * @param spent spent since the month began
 * @param currency ISO 4217 code
 * @param exceededAt when
 */
@EventType("io.aifactory.budget.exceeded.v1")
public record BudgetExceeded(
        ProjectId project,
        LocalDate day,
        BigDecimal budget,
        BigDecimal spent,
        @Matches("[A-Z]{3}") String currency,
        Instant exceededAt)
        implements FactoryEvent {

    @Override
    public String subject() {
        return project.value();
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
