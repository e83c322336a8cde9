package io.aifactory.scoring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the scoring service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ScoringService {

    public static void main(String[] arguments) {
        SpringApplication.run(ScoringService.class, arguments);
    }
}
