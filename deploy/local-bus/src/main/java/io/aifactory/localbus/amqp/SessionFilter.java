package io.aifactory.localbus.amqp;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.engine.Sender;
import org.jspecify.annotations.Nullable;

/** How a link asks for a session, and how it is told which one it got. */
final class SessionFilter {

    private static final Symbol FILTER = Symbol.valueOf("com.microsoft:session-filter");
    private static final Symbol LOCKED_UNTIL = Symbol.valueOf("com.microsoft:locked-until-utc");
    private static final Symbol TIMEOUT = Symbol.valueOf("com.microsoft:timeout");
    private static final long DEFAULT_PATIENCE_MILLIS = 60_000;
    private static final long DOT_NET_EPOCH_TICKS = 621_355_968_000_000_000L;
    private static final long TICKS_PER_MILLISECOND = 10_000;

    private SessionFilter() {}

    static boolean isSetOn(Sender link) {
        return filter(link).containsKey(FILTER);
    }

    static @Nullable String wantedOn(Sender link) {
        Object wanted = filter(link).get(FILTER);
        return wanted == null ? null : wanted.toString();
    }

    private static Map<?, ?> filter(Sender link) {
        return link.getRemoteSource() instanceof Source source && source.getFilter() != null
                ? source.getFilter()
                : Map.of();
    }

    static Duration patienceOn(Sender link) {
        Map<Symbol, Object> properties = link.getRemoteProperties();
        Object timeout = properties == null ? null : properties.get(TIMEOUT);
        return Duration.ofMillis(timeout instanceof Number millis ? millis.longValue() : DEFAULT_PATIENCE_MILLIS);
    }

    static Source granting(Sender link, String session) {
        Source source = link.getRemoteSource() instanceof Source asked ? (Source) asked.copy() : new Source();
        Map<Symbol, Object> filter = new HashMap<>();
        filter.put(FILTER, session);
        source.setFilter(filter);
        return source;
    }

    static Map<Symbol, Object> lockedUntil(Instant until) {
        return Map.of(LOCKED_UNTIL, DOT_NET_EPOCH_TICKS + TICKS_PER_MILLISECOND * until.toEpochMilli());
    }
}
