package io.aifactory.localbus.entity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The receivers of one queue, served in turn. */
final class Consumers {

    private final Deque<Consumer> turns = new ArrayDeque<>();

    void add(Consumer consumer) {
        turns.add(consumer);
    }

    void remove(Consumer consumer) {
        turns.remove(consumer);
    }

    /** The next in turn that wants a message and for which there is one. */
    @Nullable
    Consumer next(Predicate<Consumer> served) {
        for (int asked = turns.size(); asked > 0; asked--) {
            Consumer consumer = turns.removeFirst();
            turns.addLast(consumer);
            if (consumer.wantsMore() && served.test(consumer)) {
                return consumer;
            }
        }
        return null;
    }
}
