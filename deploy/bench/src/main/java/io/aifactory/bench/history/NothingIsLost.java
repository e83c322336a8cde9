package io.aifactory.bench.history;

import io.aifactory.bench.history.History.Origin;
import io.aifactory.bench.history.Violation.Kind;
import java.util.stream.Stream;

/** What was accepted is sent, what is state is sent, and what is sent is handled by everybody who takes it. */
final class NothingIsLost implements Promise {

    @Override
    public Stream<Violation> violations(History history) {
        return Stream.of(accepted(history), caused(history), handled(history)).flatMap(found -> found);
    }

    private static Stream<Violation> accepted(History history) {
        return history.expected().accepted().stream()
                .filter(event -> history.origin(event).isEmpty())
                .map(event -> lost("a stimulus was accepted and its event %s is in no outbox".formatted(event)));
    }

    private static Stream<Violation> caused(History history) {
        return history.services().stream().flatMap(service -> service.effects().stream()
                .flatMap(effect -> Stream.ofNullable(effect.caused()))
                .filter(event -> history.origin(event)
                        .filter(origin -> origin.service().equals(service.service()))
                        .isEmpty())
                .map(event -> lost("%s changed state and did not publish %s".formatted(service.service(), event))));
    }

    private static Stream<Violation> handled(History history) {
        return history.sent().flatMap(origin -> history.takersOf(origin.sent().type())
                .filter(taker -> missed(history, origin, taker))
                .map(taker -> lost("%s of %s was not handled by %s"
                        .formatted(origin.sent().eventId(), origin.sent().project(), taker))));
    }

    private static boolean missed(History history, Origin origin, String taker) {
        String event = origin.sent().eventId();
        if (history.expected().isPoisonFor(taker, event)) {
            return history.received(taker, event).isEmpty();
        }
        return history.effectsOf(taker, event) == 0;
    }

    private static Violation lost(String what) {
        return new Violation(Kind.LOST, what);
    }
}
