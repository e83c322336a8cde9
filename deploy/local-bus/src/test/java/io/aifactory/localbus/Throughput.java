package io.aifactory.localbus;

import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import com.azure.messaging.servicebus.ServiceBusSenderAsyncClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import reactor.core.publisher.Flux;

/** Measures send, receive and complete with the real client in one JVM; run by hand, prints events per second. */
final class Throughput {

    private static final int EVENTS = 5000;

    private Throughput() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("throughput");
        try (LocalBus bus = LocalBus.start(LocalBusSettings.of(LocalBusTests.ENTITIES, data))) {
            for (int round = 0; round < 6; round++) {
                measure(bus);
            }
        }
    }

    private static void measure(LocalBus bus) throws InterruptedException {
        CountDownLatch handled = new CountDownLatch(EVENTS);
        ServiceBusProcessorClient processor = BusClients.client(bus.connectionString())
                .processor()
                .queueName("plain")
                .maxConcurrentCalls(8)
                .prefetchCount(100)
                .processMessage(context -> handled.countDown())
                .processError(error -> System.err.println(error.getException()))
                .buildProcessorClient();
        ServiceBusSenderAsyncClient sender = BusClients.client(bus.connectionString())
                .sender()
                .queueName("plain")
                .buildAsyncClient();
        processor.start();
        sender.sendMessage(new ServiceBusMessage("warm")).block();
        long start = System.nanoTime();
        Flux.range(0, EVENTS)
                .flatMap(i -> sender.sendMessage(new ServiceBusMessage("event " + i + " ".repeat(500))), 64)
                .blockLast();
        double sent = (System.nanoTime() - start) / 1e9;
        handled.await();
        double total = (System.nanoTime() - start) / 1e9;
        System.out.printf("sent %.0f/s, through %.0f/s%n", EVENTS / sent, EVENTS / total);
        processor.close();
        sender.close();
    }
}
