package io.aifactory.promotion.artifact;

import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.settings.LakeSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class LakeConfiguration {

    @Bean
    Lakes lakes(Environment environment) {
        return Binder.get(environment)
                .bindOrCreate("factory.lake", LakeSettings.class)
                .open();
    }
}
