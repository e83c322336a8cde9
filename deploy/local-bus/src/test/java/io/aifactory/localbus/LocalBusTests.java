package io.aifactory.localbus;

import static io.aifactory.localbus.BusClients.message;
import static io.aifactory.localbus.BusClients.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.administration.models.CreateRuleOptions;
import com.azure.messaging.servicebus.administration.models.SqlRuleFilter;
import io.aifactory.localbus.amqp.Limits;
import io.aifactory.localbus.store.LogUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is this bus's own, beyond what every Service Bus does. */
class LocalBusTests {

    static final Path ENTITIES = Path.of("src/test/resources/entities.json");

    @TempDir
    Path data;

    private LocalBus bus;
    private BusClients clients;

    @BeforeEach
    void start() {
        start(Limits.DEFAULT);
    }

    private void start(Limits limits) {
        bus = LocalBus.start(LocalBusSettings.of(ENTITIES, data).withLimits(limits));
        clients = new BusClients(bus.connectionString());
    }

    @AfterEach
    void stop() throws Exception {
        clients.close();
        bus.close();
    }

    private void restart(Limits limits) throws Exception {
        stop();
        start(limits);
    }

    @Test
    void countsWhatIsThere() {
        clients.sender("plain").sendMessage(message("a"));
        clients.sender("plain").sendMessage(message("b"));
        var receiver = clients.receiver("plain");

        receiver.deadLetter(receiveOne(receiver));

        assertThat(bus.counts().get(0).active()).isEqualTo(1);
        assertThat(bus.counts().get(0).deadLetters()).isEqualTo(1);
    }

    @Test
    void hangsUpOnWhoSpeaksSomethingElse() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bus.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            byte[] answer = socket.getInputStream().readAllBytes();

            assertThat(new String(answer, StandardCharsets.US_ASCII)).startsWith("AMQP");
        }
        clients.sender("plain").sendMessage(message("still here"));
    }

    @Test
    void refusesADirectoryAnotherBusUses() {
        assertThatThrownBy(() -> LocalBus.start(LocalBusSettings.of(ENTITIES, data)))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("does another bus use it?");
    }

    @Test
    void doesNotCountADeliveryToAReceiverThatSaysGoodbye() {
        clients.sender("plain").sendMessage(message("mine"));
        var first = clients.receiver("plain");
        receiveOne(first);

        first.close();

        assertThat(receiveOne(clients.receiver("plain")).getDeliveryCount()).isZero();
    }

    @Test
    void keepsTheRulesOfRunTimeAcrossARestart() throws Exception {
        clients.rules("news", "sport")
                .createRule("chess", new CreateRuleOptions(new SqlRuleFilter("section = 'chess'")));
        clients.rules("news", "letters").deleteRule("only-letters");

        restart(Limits.DEFAULT);

        assertThat(clients.rules("news", "sport").listRules())
                .extracting(rule -> rule.getName())
                .containsExactly("only-sport", "chess");
        assertThat(clients.rules("news", "letters").listRules()).isEmpty();
    }

    @Test
    void saysItIsBusyWhenAskedToAndTheClientTriesAgain() {
        clients.sender("plain").sendMessage(message("before"));
        bus.refuseSends(true);
        ServiceBusSenderClient patient =
                clients.closing(patientClient().sender().queueName("plain").buildClient());

        var sending = CompletableFuture.runAsync(() -> patient.sendMessage(message("after")));
        assertThatThrownBy(() -> impatient().sendMessage(message("never")))
                .hasStackTraceContaining("AmqpException: The bus is busy, try again later");
        boolean doneWhileBusy = sending.isDone();
        bus.refuseSends(false);
        sending.join();

        assertThat(doneWhileBusy).isFalse();
        assertThat(bus.counts().get(0).active()).isEqualTo(2);
    }

    private ServiceBusClientBuilder patientClient() {
        return new ServiceBusClientBuilder().connectionString(bus.connectionString());
    }

    private ServiceBusSenderClient impatient() {
        var noRetries = new AmqpRetryOptions().setMaxRetries(0).setTryTimeout(Duration.ofSeconds(10));
        return clients.closing(patientClient()
                .retryOptions(noRetries)
                .sender()
                .queueName("plain")
                .buildClient());
    }

    @Test
    void isBusyWhileTheDiskHasLittleRoomAndStillLetsReceive() throws Exception {
        clients.sender("plain").sendMessage(message("before"));

        restart(Limits.DEFAULT.withMinFreeDisk(Long.MAX_VALUE));

        assertThatThrownBy(() -> impatient().sendMessage(message("too much")))
                .hasStackTraceContaining("the disk is nearly full");
        var receiver = clients.receiver("plain");
        receiver.complete(receiveOne(receiver));
        assertThat(bus.counts().get(0).active()).isZero();
    }
}
