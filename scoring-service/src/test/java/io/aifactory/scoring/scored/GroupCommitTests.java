package io.aifactory.scoring.scored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GroupCommitTests {

    private final List<List<Integer>> committed = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstMayCommit = new CountDownLatch(1);

    @Test
    void whatArrivesDuringACommitIsCommittedTogether() throws Exception {
        try (var group = new GroupCommit<Integer>("test", this::commitSlowly, 100)) {
            var first = group.add(0);
            var others = new ArrayList<CompletableFuture<Void>>();
            for (int i = 1; i <= 50; i++) {
                others.add(group.add(i));
            }
            firstMayCommit.countDown();
            first.get(60, TimeUnit.SECONDS);
            for (var other : others) {
                other.get(60, TimeUnit.SECONDS);
            }
        }

        assertThat(committed.stream().mapToInt(List::size).sum()).isEqualTo(51);
        assertThat(committed).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void groupsAreNoLargerThanAllowed() throws Exception {
        try (var group = new GroupCommit<Integer>("test", this::commitSlowly, 10)) {
            for (int i = 0; i < 35; i++) {
                group.add(i);
            }
            firstMayCommit.countDown();
        }

        assertThat(committed).allMatch(items -> items.size() <= 10);
        assertThat(committed.stream().flatMap(List::stream)).hasSize(35);
    }

    @Test
    void whoseGroupFailsIsToldWhyAndTheNextGroupIsNotHarmed() throws Exception {
        try (var group = new GroupCommit<Integer>("test", GroupCommitTests::refuseOdd, 1)) {
            var odd = group.add(1);
            var even = group.add(2);

            assertThatThrownBy(() -> odd.get(60, TimeUnit.SECONDS)).hasRootCauseMessage("odd");
            assertThat(even.get(60, TimeUnit.SECONDS)).isNull();
        }
    }

    @Test
    void closedItTakesNothingMore() throws Exception {
        var group = new GroupCommit<Integer>("test", items -> {}, 1);
        group.close();

        assertThat(group.add(1)).isCompletedExceptionally();
    }

    private void commitSlowly(List<Integer> items) {
        try {
            firstMayCommit.await();
        } catch (InterruptedException e) {
            // closing interrupts; the commit is not given up for it
            Thread.currentThread().interrupt();
        }
        committed.add(items);
    }

    private static void refuseOdd(List<Integer> items) {
        if (items.get(0) % 2 == 1) {
            throw new IllegalStateException("odd");
        }
    }
}
