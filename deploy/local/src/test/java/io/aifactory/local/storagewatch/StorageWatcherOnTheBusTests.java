package io.aifactory.local.storagewatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import io.aifactory.local.home.BusAddress;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Json;
import io.aifactory.local.home.Ports;
import io.aifactory.localbus.LocalBus;
import io.aifactory.localbus.LocalBusSettings;
import io.aifactory.localbus.amqp.SharedKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageWatcherOnTheBusTests {

    private static final String FILE = "projects/project001/11_x_reg/train/ds01_a/in/dev/2026/11/20/a.csv";

    @TempDir
    Path folder;

    @Test
    void tellsTheQueueAlsoWhenTheBusComesLater() throws IOException {
        var home = new FactoryHome(folder, Path.of("../.."));
        var port = Ports.free(Set.of("bus")).get("bus");
        var address = new BusAddress(home, port);
        var watcher = StorageWatcher.of(home, address, Clock.systemUTC());
        watcher.start();
        write(home.lake().resolve("dev/lake3").resolve(FILE));

        List<ServiceBusReceivedMessage> received;
        try (var bus = LocalBus.start(settings(home, address, port))) {
            received = receive(bus);
        } finally {
            watcher.stop();
        }

        assertThat(received).hasSize(1);
        assertThat(received.get(0).getMessageId())
                .isEqualTo(Json.MAPPER
                        .readTree(received.get(0).getBody().toString())
                        .get("id")
                        .asText());
    }

    private static LocalBusSettings settings(FactoryHome home, BusAddress address, int port) {
        return LocalBusSettings.of(home.busConfig(), home.bus())
                .withPort(port)
                .withKey(new SharedKey(BusAddress.KEY_NAME, address.key()));
    }

    private static List<ServiceBusReceivedMessage> receive(LocalBus bus) {
        try (var receiver = new ServiceBusClientBuilder()
                .connectionString(bus.connectionString())
                .receiver()
                .queueName("lake-storage-events")
                .buildClient()) {
            return receiver.receiveMessages(1, Duration.ofSeconds(90)).stream().toList();
        }
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "id,x\n1,2\n");
    }
}
