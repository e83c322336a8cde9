package io.aifactory.localbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderAsyncClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class KilledBusTests {

    private static final String READY = "Bus is ready on port ";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(2);

    @TempDir
    Path data;

    private Process process;
    private String connectionString;
    private String port = "0";

    /** Its directory is removed next, and it may not write to it any more. */
    @AfterEach
    void stop() throws InterruptedException {
        kill();
    }

    @Test
    void keepsWhatItConfirmedAndNothingThatWasCompleted() throws Exception {
        start();
        List<String> sent = IntStream.range(0, 100).mapToObj(i -> "m" + i).toList();
        send(sent);
        List<String> completed = completeSome(40);

        kill();
        start();

        List<String> remaining = new ArrayList<>(sent);
        remaining.removeAll(completed);
        assertThat(completed).hasSize(40);
        assertThat(receiveAll(remaining.size())).containsExactlyElementsOf(remaining);
    }

    @Test
    void stillKnowsARepeatAfterItWasKilled() throws Exception {
        start();
        sendUnique("once");

        kill();
        start();
        sendUnique("once");
        sendUnique("other");

        try (ServiceBusReceiverClient receiver = receiver("unique")) {
            assertThat(receiver.peekMessages(10)).hasSize(2);
        }
    }

    @Test
    void losesNothingItConfirmedWhenKilledInTheMiddleOfTheLoad() throws Exception {
        start();
        Set<String> confirmed = ConcurrentHashMap.newKeySet();
        ServiceBusSenderAsyncClient sender =
                BusClients.client(connectionString).sender().queueName("plain").buildAsyncClient();
        Disposable load = Flux.range(0, 1_000_000)
                .flatMap(i -> sender.sendMessage(BusClients.message("m" + i)).thenReturn("m" + i), 32)
                .subscribe(confirmed::add, killed -> {});

        await().atMost(PATIENCE).until(() -> confirmed.size() > 300);
        kill();
        load.dispose();
        sender.close();
        start();

        assertThat(receiveAll(confirmed.size())).containsAll(confirmed);
    }

    @Test
    void isFoundAgainByAProcessorThatWentOnRunning() throws Exception {
        start();
        Queue<String> handled = new ConcurrentLinkedQueue<>();
        try (ServiceBusProcessorClient processor = processor(handled)) {
            processor.start();
            send(List.of("before"));
            await().atMost(PATIENCE).until(() -> handled.contains("before"));

            kill();
            start();
            send(List.of("after"));

            await().atMost(PATIENCE).until(() -> handled.contains("after"));
        }
    }

    private ServiceBusProcessorClient processor(Queue<String> handled) {
        return new ServiceBusClientBuilder()
                .connectionString(connectionString)
                .processor()
                .queueName("plain")
                .processMessage(
                        context -> handled.add(context.getMessage().getBody().toString()))
                .processError(lost -> {})
                .buildProcessorClient();
    }

    /** Starts a bus; the second one takes the port of the first. */
    private void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalBusApplication.class.getName(),
                        "--port=" + port,
                        "--config=" + LocalBusTests.ENTITIES,
                        "--data=" + data,
                        "--key=a-key-for-this-test")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        port = announcedPort(process.inputReader());
        connectionString = ("Endpoint=sb://127.0.0.1:%s;SharedAccessKeyName=RootManageSharedAccessKey;"
                        + "SharedAccessKey=a-key-for-this-test;UseDevelopmentEmulator=true;")
                .formatted(port);
    }

    private static String announcedPort(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
        }
        throw new IllegalStateException("The bus did not start");
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void send(List<String> bodies) {
        try (ServiceBusSenderClient sender =
                BusClients.client(connectionString).sender().queueName("plain").buildClient()) {
            bodies.forEach(body -> sender.sendMessage(BusClients.message(body)));
        }
    }

    private void sendUnique(String messageId) {
        try (ServiceBusSenderClient sender =
                BusClients.client(connectionString).sender().queueName("unique").buildClient()) {
            sender.sendMessage(BusClients.message(messageId).setMessageId(messageId));
        }
    }

    private List<String> completeSome(int count) {
        try (ServiceBusReceiverClient receiver = receiver("plain")) {
            List<ServiceBusReceivedMessage> received = BusClients.receive(receiver, count);
            received.forEach(receiver::complete);
            return BusClients.bodies(received);
        }
    }

    /** What has to be there may take its time to come; after that nothing for a while is the end. */
    private List<String> receiveAll(int atLeast) {
        List<String> all = new ArrayList<>();
        try (ServiceBusReceiverClient receiver = receiver("plain")) {
            List<ServiceBusReceivedMessage> some = receive(receiver, PATIENCE);
            while (!some.isEmpty()) {
                all.addAll(BusClients.bodies(some));
                some.forEach(receiver::complete);
                some = receive(receiver, all.size() < atLeast ? PATIENCE : END);
            }
        }
        return all;
    }

    private static List<ServiceBusReceivedMessage> receive(ServiceBusReceiverClient receiver, Duration patience) {
        return receiver.receiveMessages(100, patience).stream().toList();
    }

    private ServiceBusReceiverClient receiver(String queue) {
        return BusClients.client(connectionString)
                .receiver()
                .queueName(queue)
                .disableAutoComplete()
                .buildClient();
    }
}
