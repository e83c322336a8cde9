package io.aifactory.provisioning.itsm.local;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where a laptop's factory keeps what clouds have services for.
 *
 * @param root the factory's own folder
 */
@Validated
@ConfigurationProperties("factory.local")
record LocalDeskProperties(@NotNull Path root) {}
