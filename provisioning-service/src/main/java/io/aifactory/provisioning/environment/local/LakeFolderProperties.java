package io.aifactory.provisioning.environment.local;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where lakes lie on a laptop.
 *
 * @param root the folder above the environments' lakes
 */
@ConfigurationProperties("factory.lake")
record LakeFolderProperties(Path root) {}
