package io.aifactory.provisioning.itsm.local;

import io.aifactory.provisioning.itsm.TicketDesk;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses answers as files. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "factory.itsm.desk", havingValue = "local", matchIfMissing = true)
@EnableConfigurationProperties(LocalDeskProperties.class)
class LocalDeskConfiguration {

    @Bean
    TicketDesk localDesk(LocalDeskProperties properties) {
        return new LocalDesk(properties.root().resolve("itsm/answers"));
    }
}
