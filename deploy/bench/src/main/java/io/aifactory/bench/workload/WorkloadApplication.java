package io.aifactory.bench.workload;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** One role of the workload, told by {@code spring.application.name}; it uses the factory's messaging as a service does. */
@SpringBootApplication
@EnableConfigurationProperties(WorkloadProperties.class)
public class WorkloadApplication {

    /** Runs a role. */
    public static void main(String[] arguments) {
        SpringApplication.run(WorkloadApplication.class, arguments);
    }

    @Bean
    SteppedClock clock() {
        return new SteppedClock(Clock.systemUTC());
    }
}
