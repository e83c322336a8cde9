package io.aifactory.localbus;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import com.azure.messaging.servicebus.ServiceBusSenderAsyncClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/**
 * Load for a bus in a process of its own, run by hand with its connection string: {@code fill N} leaves N messages waiting in
 * the queue {@code plain}; {@code flow N} sends N events through a topic with lanes and takes them out again.
 */
final class Load {

    private static final int LANES = 16;

    private Load() {}

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[2]);
        if (arguments[1].equals("fill")) {
            fill(arguments[0], arguments[3], count);
        } else {
            flow(arguments[0], arguments[3], arguments[4], count);
        }
        System.exit(0);
    }

    private static ServiceBusSenderAsyncClient sender(String bus, String entity) {
        return new ServiceBusClientBuilder()
                .connectionString(bus)
                .sender()
                .queueName(entity)
                .buildAsyncClient();
    }

    private static void fill(String bus, String queue, int count) {
        long start = System.nanoTime();
        ServiceBusSenderAsyncClient sender = sender(bus, queue);
        Flux.range(0, count / 100)
                .flatMap(
                        batch -> sender.sendMessages(IntStream.range(0, 100)
                                .mapToObj(i -> event(batch * 100 + i))
                                .toList()),
                        8)
                .blockLast();
        report("filled", count, start);
    }

    private static ServiceBusMessage event(int number) {
        ServiceBusMessage event = new ServiceBusMessage("event " + number + " ".repeat(500))
                .setMessageId("event-" + number + "-" + System.nanoTime())
                .setSessionId("lane-" + number % LANES);
        event.getApplicationProperties().put("cloudEvents_type", "io.aifactory.dataset.refined.v1");
        return event;
    }

    private static void flow(String bus, String topic, String subscription, int count) throws InterruptedException {
        for (int round = 0; round < 4; round++) {
            CountDownLatch handled = new CountDownLatch(count);
            ServiceBusProcessorClient processor = new ServiceBusClientBuilder()
                    .connectionString(bus)
                    .sessionProcessor()
                    .topicName(topic)
                    .subscriptionName(subscription)
                    .maxConcurrentSessions(LANES)
                    .prefetchCount(50)
                    .sessionIdleTimeout(Duration.ofMinutes(1))
                    .processMessage(context -> handled.countDown())
                    .processError(error -> System.err.println(error.getException()))
                    .buildProcessorClient();
            processor.start();
            ServiceBusSenderAsyncClient sender = sender(bus, topic);
            sender.sendMessage(event(0)).block();
            long start = System.nanoTime();
            Flux.range(1, count - 1)
                    .flatMap(i -> sender.sendMessage(event(i)), 64)
                    .blockLast();
            report("sent", count, start);
            handled.await();
            report("through", count, start);
            processor.close();
            sender.close();
        }
    }

    private static void report(String what, int count, long start) {
        System.out.printf("%s %.0f/s%n", what, count / ((System.nanoTime() - start) / 1e9));
    }
}
