package io.aifactory.bench.history;

import io.aifactory.bench.history.ServiceHistory.Effect;
import io.aifactory.bench.history.ServiceHistory.Received;
import io.aifactory.bench.history.ServiceHistory.Sent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A producer and a consumer that did everything right, to be spoilt: three events of p1, and a poison of p2. */
final class GoodHistory {

    final Set<String> accepted = new HashSet<>(Set.of("e1", "e2", "e3", "bad"));
    final Set<String> unparsable = new HashSet<>(Set.of("unparsable-1"));
    final List<Sent> sent = new ArrayList<>(List.of(
            new Sent(1, "e1", "t", "p1", true),
            new Sent(2, "e2", "t", "p1", true),
            new Sent(3, "bad", "t", "p2", true),
            new Sent(4, "e3", "t", "p1", true)));
    final List<Effect> producerEffects = new ArrayList<>(List.of(
            new Effect("p1", 1, 1, null, "e1"),
            new Effect("p1", 2, 2, null, "e2"),
            new Effect("p1", 3, 3, null, "e3"),
            new Effect("p2", 1, 1, null, "bad")));
    final Map<String, Long> producerTallies = new HashMap<>(Map.of("p1", 3L, "p2", 1L));
    final List<Received> consumerInbox = new ArrayList<>(List.of(
            new Received("e1", "DONE"),
            new Received("e2", "DONE"),
            new Received("e3", "DONE"),
            new Received("bad", "DEAD")));
    final List<Effect> consumerEffects = new ArrayList<>(List.of(
            new Effect("p1", 1, 1, "e1", null),
            new Effect("p1", 2, 2, "e2", null),
            new Effect("p1", 3, 3, "e3", null)));
    final Map<String, Long> consumerTallies = new HashMap<>(Map.of("p1", 3L));
    final List<String> deadLetters = new ArrayList<>();
    int waitingOnTheBus;

    void sent(Sent another) {
        sent.add(another);
    }

    Verdict verdict() {
        var expected = new Expected(accepted, Map.of("bad", "consumer"), unparsable, Map.of("consumer", Set.of("t")));
        var producer = new ServiceHistory("producer", sent, List.of(), List.of(), producerEffects, producerTallies);
        var consumer = new ServiceHistory(
                "consumer", List.of(), consumerInbox, List.of("unparsable-1"), consumerEffects, consumerTallies);
        var bus = new SubscriptionContents("consumer", waitingOnTheBus, deadLetters);
        return Checker.check(new History(expected, List.of(producer, consumer), List.of(bus)));
    }
}
