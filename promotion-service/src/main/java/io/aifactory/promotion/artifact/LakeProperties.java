package io.aifactory.promotion.artifact;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the lakes are.
 *
 * @param root the folder below which each environment's lake lies
 */
@Validated
@ConfigurationProperties("factory.lake")
record LakeProperties(@NotNull Path root) {}
