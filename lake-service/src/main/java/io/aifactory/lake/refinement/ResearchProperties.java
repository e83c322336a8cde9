package io.aifactory.lake.refinement;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How data is refined while people try things out with it.
 *
 * @param share Share of a silver table's rows that is kept.
 */
@Validated
@ConfigurationProperties("factory.research")
record ResearchProperties(
        @DefaultValue("0.2") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        BigDecimal share) {}
