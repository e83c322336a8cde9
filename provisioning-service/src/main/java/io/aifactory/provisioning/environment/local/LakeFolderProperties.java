package io.aifactory.provisioning.environment.local;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where lakes lie on a laptop.
 *
 * @param root the folder above the environments' lakes
 */
@Validated
@ConfigurationProperties("factory.lake")
record LakeFolderProperties(@NotNull Path root) {}
