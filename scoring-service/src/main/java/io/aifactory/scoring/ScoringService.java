package io.aifactory.scoring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the scoring service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ScoringService {

    public static void main(String[] arguments) {
        SpringApplication.run(ScoringService.class, arguments);
    }
}
