package io.aifactory.bench.history;

import static java.util.stream.Collectors.groupingBy;

import io.aifactory.bench.history.History.Origin;
import io.aifactory.bench.history.ServiceHistory.Effect;
import io.aifactory.bench.history.Violation.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A producer numbers a project's events in the order of its state changes, and each consumer handles each producer's
 * events of a project in that order.
 */
final class OrderPerProject implements Promise {

    @Override
    public Stream<Violation> violations(History history) {
        return history.services().stream().flatMap(service -> perProject(service).values().stream()
                .flatMap(effects -> Stream.concat(
                        disorder(service, effects, Effect::caused, history, "published"),
                        disorder(service, effects, Effect::eventId, history, "handled"))));
    }

    private static Map<String, List<Effect>> perProject(ServiceHistory service) {
        return service.effects().stream()
                .sorted(Comparator.comparingLong(Effect::position))
                .collect(groupingBy(Effect::project));
    }

    private static Stream<Violation> disorder(
            ServiceHistory service,
            List<Effect> effects,
            Function<Effect, @Nullable String> event,
            History history,
            String verb) {
        var last = new HashMap<String, Long>();
        var found = new ArrayList<Violation>();
        for (Effect effect : effects) {
            Optional<Origin> origin = Optional.ofNullable(event.apply(effect)).flatMap(history::origin);
            origin.filter(sent -> !inOrder(last, sent))
                    .ifPresent(sent -> found.add(new Violation(
                            Kind.OUT_OF_ORDER,
                            "%s %s %s at position %d, after a later one of %s"
                                    .formatted(
                                            service.service(), verb, sent.sent(), effect.position(), sent.service()))));
        }
        return found.stream();
    }

    private static boolean inOrder(Map<String, Long> last, Origin origin) {
        long number = origin.sent().number();
        long before = last.getOrDefault(origin.service(), Long.MIN_VALUE);
        last.put(origin.service(), Math.max(before, number));
        // the same event again is a double effect, which is told elsewhere
        return number >= before;
    }
}
