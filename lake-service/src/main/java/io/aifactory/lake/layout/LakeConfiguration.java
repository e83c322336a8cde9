package io.aifactory.lake.layout;

import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.settings.LakeSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Opens the lakes, in a folder or in Azure as {@code factory.lake} says. */
@Configuration(proxyBeanMethods = false)
class LakeConfiguration {

    @Bean
    LakeSettings lakeSettings(Environment environment) {
        return Binder.get(environment).bindOrCreate("factory.lake", LakeSettings.class);
    }

    @Bean
    Lakes lakes(LakeSettings settings) {
        return settings.open();
    }
}
