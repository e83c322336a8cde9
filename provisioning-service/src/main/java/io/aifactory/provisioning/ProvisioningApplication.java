package io.aifactory.provisioning;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The provisioning service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class ProvisioningApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ProvisioningApplication.class, arguments);
    }
}
