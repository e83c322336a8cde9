package io.aifactory.contracts.messaging.tracing;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carries traces and stories across outbox, bus, inbox and jobs. Where spans go is Spring Boot's matter. */
@AutoConfiguration(
        after = JdbcClientAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"
        })
class TracingAutoConfiguration {

    @Bean
    EventTraces eventTraces(ObjectProvider<Tracer> tracer, JdbcClient database) {
        return new EventTraces(tracer.getIfAvailable(() -> Tracer.NOOP), database);
    }

    @Bean
    JobTraces jobTraces(ObjectProvider<Tracer> tracer, JdbcClient database) {
        return new JobTraces(tracer.getIfAvailable(() -> Tracer.NOOP), new JobContexts(database));
    }

    /** Probes and scrapers ask every few seconds and tell no story. */
    @Bean
    SpanExportingPredicate noSpansOfProbes() {
        return span -> !String.valueOf(span.getTags().get("uri")).startsWith("/actuator");
    }
}
