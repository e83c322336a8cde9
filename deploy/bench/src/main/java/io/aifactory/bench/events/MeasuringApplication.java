package io.aifactory.bench.events;

import io.aifactory.local.home.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** A service that publishes, handles and measures; it uses the factory's messaging as every service does. */
@SpringBootApplication
public class MeasuringApplication {

    /** The service it passes for: the only one that takes the event that is measured. */
    static final String SERVICE = "promotion-service";

    private static final Logger LOG = LoggerFactory.getLogger(MeasuringApplication.class);

    /**
     * Measures. The exit code is 0 if that worked.
     *
     * @param arguments the file that says what to measure, and the file to report to
     */
    public static void main(String[] arguments) {
        // threads of the bus's client would keep the process alive
        System.exit(measured(Path.of(arguments[0]), Path.of(arguments[1])) ? 0 : 1);
    }

    private static boolean measured(Path task, Path target) {
        try {
            Assignment assignment = Json.MAPPER.readValue(task.toFile(), Assignment.class);
            Json.MAPPER.writeValue(target.toFile(), measure(assignment));
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.error("the measurement failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static Report measure(Assignment assignment) throws InterruptedException {
        var application = new SpringApplicationBuilder(MeasuringApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("assignment", assignment));
        try (var service = application.run()) {
            return service.getBean(Measurement.class).run();
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
