package io.aifactory.lake.layout;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the lakes are.
 *
 * @param root Folder of all lakes; an environment's lake is the folder lake3 below the environment's own.
 */
@ConfigurationProperties("factory.lake")
record LakeProperties(@DefaultValue(".factory/lake") Path root) {}
