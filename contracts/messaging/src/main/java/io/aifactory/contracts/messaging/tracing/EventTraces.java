package io.aifactory.contracts.messaging.tracing;

import io.aifactory.contracts.messaging.Envelope;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes every event part of its project's story: all events of a project carry one trace id and one correlation id, those of
 * the story's first event, whatever came from outside in between.
 */
public final class EventTraces {

    private final Tracer tracer;
    private final Stories stories;
    private final MessageSpans spans;

    /** @param database the service's own */
    public EventTraces(Tracer tracer, JdbcClient database) {
        this.tracer = tracer;
        this.stories = new Stories(database);
        this.spans = new MessageSpans(tracer);
    }

    /** Returns the event as part of its project's story, which it begins if there is none. Needs a transaction. */
    public CloudEvent published(CloudEvent event) {
        String partitionKey = partitionKeyOf(event);
        Optional<Story> story = stories.find(partitionKey);
        Span span = spans.publication(event, story.flatMap(Story::traceParent));
        Optional<TraceParent> place = TraceParent.of(span.context());
        span.end();
        String correlationId = story.map(Story::correlationId).orElse(Envelope.correlationOf(event));
        stories.begin(partitionKey, new Story(correlationId, place));
        var builder = CloudEventBuilder.v1(event).withExtension(Envelope.CORRELATION_ID, correlationId);
        place.ifPresent(known -> builder.withExtension(Envelope.TRACE_PARENT, known.toString()));
        return builder.build();
    }

    /** Does what handling the event takes, as a part of the trace the event belongs to. Needs a transaction. */
    public void handling(CloudEvent event, Runnable handling) {
        String partitionKey = partitionKeyOf(event);
        Optional<TraceParent> parent = TraceParent.parse(event.getExtension(Envelope.TRACE_PARENT));
        Span span =
                spans.handling(event, parent.or(() -> stories.find(partitionKey).flatMap(Story::traceParent)));
        Optional<TraceParent> place = parent.or(() -> TraceParent.of(span.context()));
        during(span, () -> {
            stories.begin(partitionKey, new Story(Envelope.correlationOf(event), place));
            handling.run();
        });
    }

    /** Does what handling another system's message takes, as a part of the trace it names or else of a new one. */
    public void handlingForeign(String queue, String messageId, @Nullable TraceParent parent, Runnable handling) {
        during(spans.foreign(queue, messageId, Optional.ofNullable(parent)), handling);
    }

    /** Notes on the current span that what it stands for failed. */
    public void failed(Throwable reason) {
        Span current = tracer.currentSpan();
        if (current != null) {
            current.error(reason);
        }
    }

    private void during(Span span, Runnable handling) {
        try (var scope = tracer.withSpan(span)) {
            handling.run();
        } catch (RuntimeException | Error e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }

    private static String partitionKeyOf(CloudEvent event) {
        return String.valueOf(event.getExtension(Envelope.PARTITION_KEY));
    }
}
