package io.aifactory.bench.history;

import io.aifactory.bench.history.ServiceHistory.Sent;
import io.aifactory.bench.history.Violation.Kind;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** At the end nothing waits any more: not in an outbox, not on the bus, not in an inbox. */
final class NothingIsLeft implements Promise {

    @Override
    public Stream<Violation> violations(History history) {
        return Stream.concat(history.services().stream().flatMap(NothingIsLeft::in), onTheBus(history));
    }

    private static Stream<Violation> in(ServiceHistory service) {
        return Stream.concat(
                service.outbox().stream()
                        .filter(Predicate.not(Sent::confirmed))
                        .map(sent -> left("%s waits in the outbox of %s".formatted(sent, service.service()))),
                service.inbox().stream()
                        .filter(entry -> entry.status().equals("WAITING"))
                        .map(entry -> left("%s waits in the inbox of %s".formatted(entry, service.service()))));
    }

    private static Stream<Violation> onTheBus(History history) {
        return history.bus().stream()
                .filter(subscription -> subscription.waiting() > 0)
                .map(subscription -> left("%d messages wait on the bus for %s"
                        .formatted(subscription.waiting(), subscription.service())));
    }

    private static Violation left(String what) {
        return new Violation(Kind.LEFT_OVER, what);
    }
}
