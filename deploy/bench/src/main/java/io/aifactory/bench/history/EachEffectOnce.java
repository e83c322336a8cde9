package io.aifactory.bench.history;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.aifactory.bench.history.ServiceHistory.Effect;
import io.aifactory.bench.history.Violation.Kind;
import java.util.function.Function;
import java.util.stream.Stream;

/** An event has its effect once in each service; nothing is published twice; the counts agree with the rows. */
final class EachEffectOnce implements Promise {

    @Override
    public Stream<Violation> violations(History history) {
        return history.services().stream().flatMap(service -> Stream.of(
                        repeated(service, Effect::eventId, "handled"),
                        repeated(service, Effect::caused, "published"),
                        miscounted(service))
                .flatMap(found -> found));
    }

    private static Stream<Violation> repeated(ServiceHistory service, Function<Effect, String> event, String verb) {
        return service.effects().stream()
                .map(event)
                .flatMap(Stream::ofNullable)
                .collect(groupingBy(id -> id, counting()))
                .entrySet()
                .stream()
                .filter(times -> times.getValue() > 1)
                .map(times -> doubled(
                        "%s %s %s %d times".formatted(service.service(), verb, times.getKey(), times.getValue())));
    }

    private static Stream<Violation> miscounted(ServiceHistory service) {
        var rows = service.effects().stream().collect(groupingBy(Effect::project, counting()));
        return service.tallies().entrySet().stream()
                .filter(tally -> !tally.getValue().equals(rows.getOrDefault(tally.getKey(), 0L)))
                .map(tally -> doubled("%s counted %d effects for %s, which are not its rows"
                        .formatted(service.service(), tally.getValue(), tally.getKey())));
    }

    private static Violation doubled(String what) {
        return new Violation(Kind.DOUBLED, what);
    }
}
