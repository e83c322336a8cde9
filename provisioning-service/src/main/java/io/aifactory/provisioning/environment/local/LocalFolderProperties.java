package io.aifactory.provisioning.environment.local;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where a laptop's factory keeps what clouds have services for.
 *
 * @param root the factory's own folder
 */
@ConfigurationProperties("factory.local")
record LocalFolderProperties(Path root) {}
