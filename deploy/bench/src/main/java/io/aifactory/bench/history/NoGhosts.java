package io.aifactory.bench.history;

import io.aifactory.bench.history.ServiceHistory.Effect;
import io.aifactory.bench.history.ServiceHistory.Received;
import io.aifactory.bench.history.Violation.Kind;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event on its way has the state change it speaks of, and everything handled was sent by somebody. */
final class NoGhosts implements Promise {

    @Override
    public Stream<Violation> violations(History history) {
        return history.services().stream()
                .flatMap(service -> Stream.concat(withoutState(service), withoutSender(service, history)));
    }

    private static Stream<Violation> withoutState(ServiceHistory service) {
        var state = service.effects().stream()
                .flatMap(effect -> Stream.ofNullable(effect.caused()))
                .collect(Collectors.toSet());
        return service.outbox().stream()
                .filter(sent -> !state.contains(sent.eventId()))
                .map(sent -> ghost("%s published %s without a state change".formatted(service.service(), sent)));
    }

    private static Stream<Violation> withoutSender(ServiceHistory service, History history) {
        return Stream.concat(
                        service.inbox().stream().map(Received::eventId),
                        service.effects().stream().map(Effect::eventId).flatMap(Stream::ofNullable))
                .distinct()
                .filter(event -> history.origin(event).isEmpty())
                .map(event -> ghost("%s was given %s, which nobody sent".formatted(service.service(), event)));
    }

    private static Violation ghost(String what) {
        return new Violation(Kind.GHOST, what);
    }
}
