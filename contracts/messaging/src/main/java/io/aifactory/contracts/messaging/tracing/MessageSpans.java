package io.aifactory.contracts.messaging.tracing;

import io.aifactory.contracts.messaging.Envelope;
import io.cloudevents.CloudEvent;
import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The spans of messages, named and tagged as OpenTelemetry's conventions for messaging want it. */
final class MessageSpans {

    private static final Pattern TYPE = Pattern.compile("io\\.aifactory\\.(?<name>.+)\\.v\\d+");

    private final Tracer tracer;

    MessageSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** A child of the current span if that belongs to the story's trace; else of the story, with a link to the current span. */
    Span publication(CloudEvent event, Optional<TraceParent> story) {
        var builder = of(event, "publish").kind(Span.Kind.PRODUCER).tag("messaging.operation.type", "create");
        @Nullable Span current = tracer.currentSpan();
        if (story.isPresent() && (current == null || !story.get().sharesTraceWith(current.context()))) {
            builder.setParent(story.get().in(tracer));
            Optional.ofNullable(current).map(Link::new).ifPresent(builder::addLink);
        } else if (current == null) {
            builder.setNoParent();
        }
        return builder.start();
    }

    Span handling(CloudEvent event, Optional<TraceParent> parent) {
        var builder = of(event, "handle").kind(Span.Kind.CONSUMER).tag("messaging.operation.type", "process");
        return below(parent, builder).start();
    }

    Span foreign(String queue, String messageId, Optional<TraceParent> parent) {
        var builder = tracer.spanBuilder()
                .name("handle " + queue)
                .kind(Span.Kind.CONSUMER)
                .tag("messaging.system", "servicebus")
                .tag("messaging.operation.name", "handle")
                .tag("messaging.operation.type", "process")
                .tag("messaging.destination.name", queue)
                .tag("messaging.message.id", messageId);
        return below(parent, builder).start();
    }

    Span job(String name, String instance, Optional<TraceParent> parent) {
        var builder =
                tracer.spanBuilder().name("run " + name).tag("job.name", name).tag("job.instance", instance);
        return below(parent, builder).start();
    }

    private Span.Builder of(CloudEvent event, String operation) {
        return tracer.spanBuilder()
                .name(operation + " " + shortened(event.getType()))
                .tag("messaging.system", "servicebus")
                .tag("messaging.operation.name", operation)
                .tag("messaging.message.id", event.getId())
                .tag("cloudevents.event_type", event.getType())
                .tag("factory.project", String.valueOf(event.getExtension(Envelope.PARTITION_KEY)));
    }

    private Span.Builder below(Optional<TraceParent> parent, Span.Builder builder) {
        parent.ifPresentOrElse(known -> builder.setParent(known.in(tracer)), builder::setNoParent);
        return builder;
    }

    /** {@code io.aifactory.project.ordered.v1} is {@code project.ordered} to a person. */
    private static String shortened(String type) {
        Matcher parts = TYPE.matcher(type);
        return parts.matches() ? parts.group("name") : type;
    }
}
