package io.aifactory.provisioning;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The provisioning service. */
@SpringBootApplication
class ProvisioningApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ProvisioningApplication.class, arguments);
    }
}
