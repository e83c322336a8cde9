package io.aifactory.contracts.messaging.tracing;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a trace, as W3C Trace Context writes it.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param sampled whether the trace is recorded; decided once, where it begins
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");

    /** Reads a {@code traceparent}; empty if it is none that can be continued. */
    public static Optional<TraceParent> parse(@Nullable Object text) {
        return Optional.ofNullable(text)
                .map(Object::toString)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(parts -> new TraceParent(parts.group(1), parts.group(2), sampled(parts.group(3))));
    }

    /** Returns what another system says in its message's properties, {@code traceparent} or the older {@code Diagnostic-Id}. */
    public static Optional<TraceParent> ofForeign(Map<String, Object> properties) {
        return parse(properties.get("traceparent")).or(() -> parse(properties.get("Diagnostic-Id")));
    }

    /** Returns the place; empty if nothing is traced. */
    static Optional<TraceParent> of(TraceContext context) {
        return context.traceId().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TraceParent(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled())));
    }

    private static boolean sampled(String flags) {
        return (Integer.parseInt(flags, 16) & 1) == 1;
    }

    TraceContext in(Tracer tracer) {
        return tracer.traceContextBuilder()
                .traceId(traceId)
                .spanId(spanId)
                .sampled(sampled)
                .build();
    }

    boolean sharesTraceWith(TraceContext context) {
        return traceId.equals(context.traceId());
    }

    @Override
    public String toString() {
        return "00-%s-%s-%s".formatted(traceId, spanId, sampled ? "01" : "00");
    }
}
