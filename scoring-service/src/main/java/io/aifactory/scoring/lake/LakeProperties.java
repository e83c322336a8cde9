package io.aifactory.scoring.lake;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the lakes are.
 *
 * @param root the folder below which each environment has its lake
 */
@ConfigurationProperties("factory.lake")
record LakeProperties(Path root) {

    LakeProperties {
        if (root == null) {
            throw new IllegalArgumentException("factory.lake.root says where the lakes are; it is not set");
        }
    }
}
