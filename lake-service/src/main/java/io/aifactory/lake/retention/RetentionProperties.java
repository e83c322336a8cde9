package io.aifactory.lake.retention;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the files of versions are kept. Both limits have to be exceeded before a version goes.
 *
 * @param keepVersions How many of the newest versions of a table are kept, however old they are.
 * @param keepFor How long every version is kept; for good if absent.
 */
@Validated
@ConfigurationProperties("factory.retention")
record RetentionProperties(
        @DefaultValue("10") @Min(1) int keepVersions,
        @Nullable @DurationMin(days = 1) Duration keepFor) {}
