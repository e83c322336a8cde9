package io.aifactory.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Asks for every stimulus over HTTP, again and again until it is accepted, and not faster than the pace allows. */
final class Driver implements AutoCloseable {

    private static final int HANDS = 8;
    private static final int ACCEPTED = 202;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final List<URI> desks;
    private final Pace pace;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicLong acceptedEffects = new AtomicLong();
    private final AtomicInteger turn = new AtomicInteger();
    private final int all;
    private volatile boolean over;

    Driver(Workload workload, List<URI> desks, Pace pace) {
        this.desks = List.copyOf(desks);
        this.pace = pace;
        this.all = workload.stimuli().size();
        workload.inHands(HANDS).forEach(share -> hands.execute(() -> work(share)));
    }

    /** How fast it may go. */
    interface Pace {

        /** Returns whether one more may be asked for, when so many have been accepted that will change so much state. */
        boolean allows(int accepted, long effects);
    }

    /** Returns how many stimuli were answered with 202. */
    int accepted() {
        return accepted.get();
    }

    /** Returns how many state changes those become. */
    long acceptedEffects() {
        return acceptedEffects.get();
    }

    boolean done() {
        return accepted.get() == all;
    }

    private void work(List<Stimulus> share) {
        for (var stimulus : share) {
            while (!over && !(pace.allows(accepted.get(), acceptedEffects.get()) && isAccepted(stimulus))) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            if (over) {
                return;
            }
            acceptedEffects.addAndGet(stimulus.effects());
            accepted.incrementAndGet();
        }
    }

    private boolean isAccepted(Stimulus stimulus) {
        var desk = desks.get(Math.floorMod(turn.getAndIncrement(), desks.size()));
        var request = HttpRequest.newBuilder(desk.resolve("steps?" + stimulus.query()))
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == ACCEPTED;
        } catch (IOException e) {
            // nobody knows whether it was taken: asking again finds out
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            over = true;
            return false;
        }
    }

    @Override
    public void close() {
        over = true;
        hands.shutdownNow();
    }
}
