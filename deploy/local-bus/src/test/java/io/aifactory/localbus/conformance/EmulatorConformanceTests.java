package io.aifactory.localbus.conformance;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.azure.ServiceBusEmulatorContainer;
import org.testcontainers.containers.MSSQLServerContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.MountableFile;

/** The suite against the official emulator, which needs a container engine, amd64 or arm64, and 2 GB of memory. */
@EnabledIf(value = "isDockerThere", disabledReason = "there is no Docker to run the emulator in")
class EmulatorConformanceTests extends BusConformance {

    private static final String EMULATOR = "mcr.microsoft.com/azure-messaging/servicebus-emulator:1.1.2";
    private static final String DATABASE = "mcr.microsoft.com/mssql/server:2022-CU14-ubuntu-22.04";

    private static ServiceBusEmulatorContainer emulator;
    private static MSSQLServerContainer<?> database;
    private static Network network;

    static boolean isDockerThere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @BeforeAll
    static void startEmulator() {
        network = Network.newNetwork();
        database = new MSSQLServerContainer<>(DATABASE).acceptLicense().withNetwork(network);
        emulator = new ServiceBusEmulatorContainer(EMULATOR)
                .acceptLicense()
                .withConfig(MountableFile.forHostPath(Entities.FILE))
                .withNetwork(network)
                .withMsSqlServerContainer(database);
        emulator.start();
    }

    @AfterAll
    static void stopEmulator() {
        if (emulator != null) {
            emulator.stop();
            database.stop();
            network.close();
        }
    }

    @Override
    String connectionString() {
        Entities.empty(emulator.getConnectionString());
        return emulator.getConnectionString();
    }

    @Override
    public String forgedConnectionString() {
        return emulator.getConnectionString().replaceAll("SharedAccessKey=[^;]+", "SharedAccessKey=guessed");
    }

    @Override
    public void pass(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }
}
