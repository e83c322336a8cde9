package io.aifactory.promotion;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The promotion service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PromotionApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PromotionApplication.class, arguments);
    }
}
