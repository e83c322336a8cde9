package io.aifactory.provisioning.itsm;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How tickets are answered.
 *
 * @param attempts how often an answer is tried before it is given up
 * @param firstRetry the pause before the first further attempt; each later one is half as long again
 */
@Validated
@ConfigurationProperties("factory.itsm.answers")
record AnswerProperties(
        @DefaultValue("20") @Min(1) int attempts,
        @DefaultValue("1s") Duration firstRetry) {}
