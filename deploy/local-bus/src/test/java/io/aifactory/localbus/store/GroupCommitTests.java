package io.aifactory.localbus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTests {

    @TempDir
    Path directory;

    private final Deque<Runnable> bus = new ArrayDeque<>();
    private final Deque<Runnable> disk = new ArrayDeque<>();
    private final List<String> confirmed = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private FileMessageLog log;
    private GroupCommit commits;

    @BeforeEach
    void open() {
        log = FileMessageLog.open(directory.resolve("messages.mv"));
        commits = new GroupCommit(log, bus::add, disk::add, failures::add);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void confirmsOnlyAfterTheDisk() {
        change("a");
        runAll(bus);
        List<String> beforeTheDisk = List.copyOf(confirmed);
        runAll(disk);
        runAll(bus);

        assertThat(beforeTheDisk).isEmpty();
        assertThat(confirmed).containsExactly("a");
    }

    @Test
    void sharesOneSyncAmongAllThatCameMeanwhile() {
        change("a");
        runAll(bus);
        change("b");
        change("c");
        runAll(bus);
        int syncsWhileOneRuns = disk.size();
        runAll(disk);
        runAll(bus);
        int syncsForTheRest = disk.size();
        runAll(disk);
        runAll(bus);

        assertThat(syncsWhileOneRuns).isEqualTo(1);
        assertThat(syncsForTheRest).isEqualTo(1);
        assertThat(confirmed).containsExactly("a", "b", "c");
    }

    @Test
    void doesNotTroubleTheDiskWhenNothingChanged() {
        change("a");
        runAll(bus);
        runAll(disk);
        runAll(bus);

        commits.whenDurable(() -> confirmed.add("read"));
        runAll(bus);

        assertThat(disk).isEmpty();
        assertThat(confirmed).containsExactly("a", "read");
    }

    @Test
    void confirmsNothingAnyMoreOnceTheDiskRefused() {
        log.close();
        commits.whenDurable(() -> confirmed.add("never"));
        runAll(bus);
        commits.whenDurable(() -> confirmed.add("neither"));
        runAll(bus);

        assertThat(failures).hasSize(1);
        assertThat(confirmed).isEmpty();
    }

    @Test
    void sendsTheOthersWhenOneConfirmationGoesWrong() {
        commits.whenDurable(() -> {
            throw new IllegalStateException("gone");
        });
        change("a");
        runAll(bus);
        runAll(disk);
        runAll(bus);

        assertThat(confirmed).containsExactly("a");
        assertThat(failures).isEmpty();
    }

    private void change(String name) {
        log.savePayload(log.nextNumber(), new byte[] {1});
        commits.whenDurable(() -> confirmed.add(name));
    }

    private static void runAll(Deque<Runnable> tasks) {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }
}
