package io.aifactory.lake;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the lake service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LakeApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(LakeApplication.class, arguments);
    }
}
