package io.aifactory.lake;

import static io.aifactory.lake.TeamFixtures.DAY;
import static io.aifactory.lake.TeamFixtures.MEASUREMENTS;
import static io.aifactory.lake.TeamFixtures.MODEL;
import static io.aifactory.lake.TeamFixtures.NOW;
import static io.aifactory.lake.TeamFixtures.SERUM;
import static io.aifactory.lake.TeamFixtures.configured;
import static io.aifactory.lake.TeamFixtures.measurements;
import static io.aifactory.lake.TeamFixtures.serum;
import static io.aifactory.lake.TeamFixtures.storageEvent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.folder.FolderLakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.contracts.messaging.LaptopBacking;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service as a process of its own, killed without warning while it works. */
class KilledServiceTests {

    private static final ProjectId PROJECT = ProjectId.of(1);

    /** Enough to start a JVM on a busy machine, notice what the killed one left, and do it again. */
    private static final Duration RESTART = Duration.ofMinutes(2);

    @TempDir
    Path root;

    private final GenericApplicationContext backing = new GenericApplicationContext();
    private FactoryBusProbe bus;
    private LakeStorage lake;
    private JdbcClient database;
    private Process service;

    @BeforeEach
    void start() throws IOException {
        new LaptopBacking().initialize(backing);
        new TestTokens().initialize(backing);
        backing.refresh();
        bus = backing.getBean(FactoryBusProbe.class);
        lake = new FolderLakes(root).of(EnvironmentTier.DEV);
        database = JdbcClient.create(new DriverManagerDataSource(
                property("spring.datasource.url"), property("spring.datasource.username"), "postgres"));
        service = startService();
    }

    @AfterEach
    void stop() {
        service.destroyForcibly();
        backing.close();
    }

    @Test
    void comesToTheSameEndAndDoesNothingTwice() throws Exception {
        bus.publish(new EnvironmentProvisioned(PROJECT, EnvironmentTier.DEV, 1, List.of(), NOW));
        bus.publish(configured(PROJECT, 1));
        put(MEASUREMENTS, measurements(1, 3000));
        Awaitility.await()
                .atMost(RESTART)
                .until(() -> count("scheduled_tasks WHERE task_instance LIKE 'refinement:%' AND picked") > 0
                        || count("dataset_version") > 0);

        killAndRestart();
        put(SERUM, serum(1, 3000));
        Awaitility.await().atMost(RESTART).until(() -> count("dataset_version") > 0);
        killAndRestart();

        Awaitility.await().atMost(RESTART).until(() -> count("dataset_version WHERE layer = 'gold'") > 0);
        DatasetSaved gold =
                bus.await(DatasetSaved.class, saved -> saved.dataset().layer() == LakeLayer.GOLD);
        assertThat(gold.dataset().rows()).isEqualTo(3000);
        assertThat(gold.splits()).allSatisfy(split -> assertThat(lake.find(LakePaths.parse(split.file())))
                .isPresent());
        Awaitility.await().atMost(RESTART).until(() -> count("scheduled_tasks WHERE task_name = 'reconcile'") == 0);
        assertThat(count("dataset_version")).isEqualTo(8);
        assertThat(bus.seen(DatasetSaved.class).stream()
                        .collect(Collectors.groupingBy(DatasetSaved::businessKey))
                        .keySet())
                .hasSize(8)
                .allMatch(key -> key.endsWith("/1"));
    }

    private void put(DatasetName dataset, String content) {
        InFile file = new InFolder(ModelZone.train(PROJECT, MODEL), dataset, EnvironmentTier.DEV, DAY).file("x.csv");
        lake.publish(file, LakeContent.of(content.getBytes(UTF_8)));
        bus.sendToQueue(
                "lake-storage-events",
                UUID.randomUUID().toString(),
                storageEvent(file.path(), "PutBlob").getBytes(UTF_8));
    }

    private long count(String what) {
        Boolean migrated = database.sql("SELECT to_regclass('dataset_version') IS NOT NULL")
                .query(Boolean.class)
                .single();
        return migrated
                ? database.sql("SELECT count(*) FROM " + what).query(Long.class).single()
                : 0;
    }

    private void killAndRestart() throws Exception {
        service.destroyForcibly();
        assertThat(service.waitFor(10, TimeUnit.SECONDS)).isTrue();
        service = startService();
    }

    private Process startService() throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LakeApplication.class.getName());
        builder.environment().putAll(environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(root.resolve("service.log").toFile()));
        return builder.start();
    }

    private Map<String, String> environment() {
        return Map.of(
                "SERVER_PORT", "0",
                "FACTORY_ARRIVAL_QUIETPERIOD", "50ms",
                "FACTORY_LAKE_ROOT", root.toString(),
                "FACTORY_ENGINE_SCRATCH", root.resolve("scratch").toString(),
                "FACTORY_ACCESS_PUBLIC_KEY", property("factory.access.public-key"),
                "SPRING_DATASOURCE_URL", property("spring.datasource.url"),
                "SPRING_DATASOURCE_USERNAME", property("spring.datasource.username"),
                "SPRING_DATASOURCE_PASSWORD", property("spring.datasource.password"),
                "SPRING_CLOUD_AZURE_SERVICEBUS_CONNECTION_STRING",
                        property("spring.cloud.azure.servicebus.connection-string"));
    }

    private String property(String name) {
        return backing.getEnvironment().getRequiredProperty(name);
    }
}
