package io.aifactory.provisioning.environment.local;

import io.aifactory.contracts.lake.folder.FolderLakes;
import io.aifactory.provisioning.environment.EnvironmentProvisioner;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses environments on a laptop. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "factory.environment.provisioner", havingValue = "local", matchIfMissing = true)
@EnableConfigurationProperties({LakeFolderProperties.class, LocalFolderProperties.class})
class LocalEnvironmentConfiguration {

    @Bean
    EnvironmentProvisioner localEnvironments(LakeFolderProperties lake, LocalFolderProperties local) {
        return new LocalEnvironments(List.of(
                new LakeStep(new FolderLakes(lake.root())),
                new DirectoryStep(local.root().resolve("directory/groups")),
                new VaultStep(local.root().resolve("vault"))));
    }
}
