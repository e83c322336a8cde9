package io.aifactory.provisioning.itsm.servicenow;

import io.aifactory.provisioning.itsm.TicketDesk;
import io.aifactory.provisioning.itsm.TicketReader;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads tickets as ServiceNow sends them, and answers them there if told so. */
@Configuration(proxyBeanMethods = false)
class ServiceNowConfiguration {

    @Bean
    TicketReader serviceNowTickets() {
        return new ServiceNowTickets(new TicketSchema());
    }

    /** The answering side, with its settings. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "factory.itsm.desk", havingValue = "servicenow")
    @EnableConfigurationProperties(ServiceNowProperties.class)
    static class Answers {

        @Bean
        TicketDesk serviceNowDesk(ServiceNowProperties properties) {
            return new ServiceNowDesk(properties);
        }
    }
}
