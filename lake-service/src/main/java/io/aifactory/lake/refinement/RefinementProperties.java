package io.aifactory.lake.refinement;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How datasets are refined.
 *
 * @param typeAgreement Share of a column's values that has to read as a type for the column to get it, where no rule says its type.
 */
@Validated
@ConfigurationProperties("factory.refinement")
public record RefinementProperties(
        @DefaultValue("0.95") @DecimalMin("0.5") @DecimalMax("1")
        double typeAgreement) {}
