package io.aifactory.localbus;

import io.aifactory.localbus.amqp.SendGate;
import io.aifactory.localbus.entity.Entities;
import io.aifactory.localbus.store.FileMessageLog;
import io.aifactory.localbus.store.GroupCommit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bus does without being asked: follows the clock, and looks after its disk and its heap. */
final class Housekeeping implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final int TICKS_BETWEEN_ROUNDS = 20;
    private static final String DISK = "the disk is nearly full";
    private static final String HEAP = "the memory is nearly full";

    private final LocalBusSettings settings;
    private final Entities entities;
    private final FileMessageLog messages;
    private final GroupCommit commits;
    private final SendGate gate;
    private final Consumer<Throwable> onFailure;
    private final HeapWatch heap = new HeapWatch();
    private int ticks;

    Housekeeping(
            LocalBusSettings settings,
            Entities entities,
            FileMessageLog messages,
            GroupCommit commits,
            SendGate gate,
            Consumer<Throwable> onFailure) {
        this.settings = settings;
        this.entities = entities;
        this.messages = messages;
        this.commits = commits;
        this.gate = gate;
        this.onFailure = onFailure;
    }

    @Override
    public void run() {
        try {
            entities.tick();
            if (ticks++ % TICKS_BETWEEN_ROUNDS == 0) {
                makeRound();
            }
            commits.flush();
        } catch (RuntimeException error) {
            onFailure.accept(error);
        }
    }

    private void makeRound() {
        report(DISK, freeDisk() < settings.limits().minFreeDisk());
        report(HEAP, settings.alone() && heap.isNearlyFull());
        messages.compact();
    }

    private void report(String reason, boolean holds) {
        if (gate.close(reason, holds)) {
            log.warn(holds ? "Nothing more is accepted: {}" : "Accepted again, it is over that {}", reason);
        }
    }

    private long freeDisk() {
        try {
            return Files.getFileStore(settings.data()).getUsableSpace();
        } catch (IOException error) {
            throw new UncheckedIOException("The disk of %s cannot be asked".formatted(settings.data()), error);
        }
    }
}
