package io.aifactory.lake.layout;

import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.folder.FolderLakes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the lakes. */
@Configuration(proxyBeanMethods = false)
class LakeConfiguration {

    @Bean
    Lakes lakes(LakeProperties properties) {
        return new FolderLakes(properties.root());
    }
}
