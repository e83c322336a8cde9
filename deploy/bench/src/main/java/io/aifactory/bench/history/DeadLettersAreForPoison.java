package io.aifactory.bench.history;

import io.aifactory.bench.history.Violation.Kind;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;

/** What can't be handled or read ends as a dead letter, and nothing else does. */
final class DeadLettersAreForPoison implements Promise {

    private static final String DEAD = "DEAD";

    @Override
    public Stream<Violation> violations(History history) {
        return Stream.of(killedWithoutReason(history), survivingPoison(history), unreadable(history))
                .flatMap(found -> found);
    }

    private static Stream<Violation> killedWithoutReason(History history) {
        return history.services().stream().flatMap(service -> service.inbox().stream()
                .filter(entry -> entry.status().equals(DEAD))
                .filter(entry -> !history.expected().isPoisonFor(service.service(), entry.eventId()))
                .map(entry ->
                        wrong("%s is dead in %s and is no poison".formatted(entry.eventId(), service.service()))));
    }

    private static Stream<Violation> survivingPoison(History history) {
        return history.expected().poison().entrySet().stream()
                .filter(poison -> survived(history, poison))
                .map(poison -> wrong("%s is poison and not dead in %s".formatted(poison.getKey(), poison.getValue())));
    }

    private static boolean survived(History history, Map.Entry<String, String> poison) {
        return history.effectsOf(poison.getValue(), poison.getKey()) > 0
                || history.received(poison.getValue(), poison.getKey())
                        .filter(entry -> !entry.status().equals(DEAD))
                        .isPresent();
    }

    /** They lie with the bus until the service has collected them. */
    private static Stream<Violation> unreadable(History history) {
        return history.bus().stream().flatMap(subscription -> {
            var found = new HashSet<>(subscription.deadLetters());
            found.addAll(history.service(subscription.service()).unreadable());
            var unexpected = new HashSet<>(found);
            unexpected.removeAll(history.expected().unparsable());
            var missing = new HashSet<>(history.expected().unparsable());
            missing.removeAll(found);
            return Stream.concat(
                    unexpected.stream()
                            .map(id -> wrong("%s is a dead letter of %s".formatted(id, subscription.service()))),
                    missing.stream()
                            .map(id -> wrong("%s can't be read and is no dead letter of %s"
                                    .formatted(id, subscription.service()))));
        });
    }

    private static Violation wrong(String what) {
        return new Violation(Kind.DEAD_LETTER, what);
    }
}
