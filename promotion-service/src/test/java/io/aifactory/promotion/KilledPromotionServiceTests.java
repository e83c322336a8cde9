package io.aifactory.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.MetricWeight;
import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.contracts.events.PromotionApproved;
import io.aifactory.contracts.events.PromotionRequested;
import io.aifactory.contracts.lake.folder.FolderLakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.contracts.messaging.LaptopBacking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;

/** The service killed with {@code kill -9} and started again goes on where it was, and does nothing twice. */
class KilledPromotionServiceTests {

    @TempDir
    private Path folder;

    private final GenericApplicationContext backing = new GenericApplicationContext();
    private FactoryBusProbe bus;
    private Story story;

    @BeforeEach
    void startBacking() {
        new LaptopBacking().initialize(backing);
        new TestTokens().initialize(backing);
        backing.refresh();
        bus = backing.getBean(FactoryBusProbe.class);
        story = Story.of(1, new FolderLakes(folder.resolve("lake")));
    }

    @AfterEach
    void stopBacking() {
        backing.close();
    }

    @Test
    void killedBetweenApprovalAndCopy() throws Exception {
        Path obstacle = folder.resolve("lake/test/lake3/projects/project001");
        String promotion;
        try (var first = start()) {
            bus.publish(story.provisioned(EnvironmentTier.DEV));
            bus.publish(story.provisioned(EnvironmentTier.TEST));
            bus.publish(story.configured(1, new MetricWeight("rmse", 0)));
            bus.publish(story.trained(1, 54.2));
            promotion = bus.await(PromotionRequested.class, requested -> requested.to() == EnvironmentTier.TEST)
                    .promotionId();
            Files.createDirectories(obstacle.getParent());
            Files.writeString(obstacle, "a file where a folder has to be");
            assertThat(first.status("POST", "/promotions/" + promotion + "/approve", story.carla()))
                    .isEqualTo(200);
            first.kill();
        }

        Files.delete(obstacle);
        bus.publish(story.trained(2, 50.0, Story.peer(1, 54.0)));

        try (var second = start()) {
            assertThat(promotedInTest(promotion)).isEqualTo(1);
            bus.await(PromotionRequested.class, requested -> requested.version() == 2);
            assertThat(second.status("POST", "/promotions/" + promotion + "/approve", story.carla()))
                    .isEqualTo(409);
        }
        assertThat(bus.seen(ModelPromoted.class))
                .extracting(promoted -> promoted.environment() + " " + promoted.version())
                .containsExactlyInAnyOrderElementsOf(List.of("dev 1", "test 1", "dev 2"));
        assertThat(bus.seen(PromotionApproved.class))
                .filteredOn(approved -> approved.promotionId().equals(promotion))
                .hasSize(1);
    }

    private int promotedInTest(String promotion) {
        return bus.await(ModelPromoted.class, promoted -> promoted.promotionId().equals(promotion))
                .version();
    }

    private ServiceProcess start() throws IOException {
        var properties = backing.getEnvironment();
        return ServiceProcess.start(
                Map.of(
                        "SPRING_DATASOURCE_URL", properties.getRequiredProperty("spring.datasource.url"),
                        "SPRING_DATASOURCE_USERNAME", properties.getRequiredProperty("spring.datasource.username"),
                        "SPRING_DATASOURCE_PASSWORD", properties.getRequiredProperty("spring.datasource.password"),
                        "SPRING_CLOUD_AZURE_SERVICEBUS_CONNECTION_STRING",
                                properties.getRequiredProperty("spring.cloud.azure.servicebus.connection-string"),
                        "FACTORY_ACCESS_PUBLIC_KEY", properties.getRequiredProperty("factory.access.public-key"),
                        "FACTORY_LAKE_ROOT", folder.resolve("lake").toString()),
                folder);
    }
}
