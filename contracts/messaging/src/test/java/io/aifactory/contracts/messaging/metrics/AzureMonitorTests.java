package io.aifactory.contracts.messaging.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.azuremonitor.AzureMonitorMeterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AzureMonitorTests {

    private static final String PROPERTY = "management.azuremonitor.metrics.export.connection-string=";

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withPropertyValues("spring.application.name=lake-service")
            .withConfiguration(
                    AutoConfigurations.of(MetricsAutoConfiguration.class, AzureMonitorAutoConfiguration.class));

    @Test
    void isAbsentWithoutAConnectionString() {
        service.run(context -> assertThat(context).doesNotHaveBean(MeterRegistry.class));
        service.withPropertyValues(PROPERTY).run(context -> assertThat(context).doesNotHaveBean(MeterRegistry.class));
    }

    @Test
    void sendsMetricsToTheEndpointOfTheConnectionString() throws IOException {
        List<String> arrived = new CopyOnWriteArrayList<>();
        HttpServer ingestion = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingestion.createContext("/", exchange -> answer(exchange, arrived));
        ingestion.start();
        try {
            service.withPropertyValues(PROPERTY + connectionString(ingestion))
                    .withPropertyValues("management.azuremonitor.metrics.export.step=1s")
                    .run(context -> {
                        context.getBean(AzureMonitorMeterRegistry.class)
                                .counter("factory.test.rows")
                                .increment(3);
                        await().atMost(Duration.ofSeconds(30)).until(() -> arrived.stream()
                                .anyMatch(body ->
                                        body.contains("factory_test_rows") || body.contains("factoryTestRows")));
                    });
            assertThat(arrived).anyMatch(body -> body.contains("lake-service"));
        } finally {
            ingestion.stop(0);
        }
    }

    private static String connectionString(HttpServer ingestion) {
        return "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://localhost:%d/"
                .formatted(ingestion.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, List<String> arrived) {
        try (exchange) {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            InputStream body = exchange.getRequestBody();
            arrived.add(new String((zipped ? new GZIPInputStream(body) : body).readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(200, -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
