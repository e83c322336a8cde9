package io.aifactory.bench.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.bench.workload.Step;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.MembersChanged;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.Lane;
import io.cloudevents.CloudEvent;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows that wait in outbox and inbox: real envelopes of each project in turn, each with an id of its own, made in the database
 * because there are many.
 */
@Component
class WaitingRows {

    private static final String FROM_ENVELOPES = """
            FROM generate_series(1, :turns) AS turn
            CROSS JOIN LATERAL (
                SELECT gen_random_uuid() AS id, turn AS its_turn, envelope.*
                FROM unnest(:types, :projects, :lanes, :ids, :contents)
                     AS envelope (type, project, lane, example, content)
                OFFSET 0) AS envelope
            """;

    private final JdbcClient database;
    private final Clock clock;

    WaitingRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empties both tables. */
    void clear() {
        database.sql("TRUNCATE outbox, inbox").update();
    }

    /** Lets events wait in the outbox that only other services take, and returns how many. */
    int fillOutbox(int rows, int projects) {
        int filled = fill(rows, projects, this::membersChanged, """
                INSERT INTO outbox (event_id, type, partition_key, lane, content, created_at)
                SELECT id, type, project, lane, replace(content, example, id::text)::json, now()
                """);
        database.sql("ANALYZE outbox").update();
        return filled;
    }

    /** Lets events wait in the inbox that this service handles, and returns how many. */
    int fillInbox(int rows, int projects) {
        int filled = fill(rows, projects, this::modelTrained, """
                INSERT INTO inbox (entry_id, channel, type, partition_key, content, received_at, next_attempt_at, head)
                SELECT id, 'factory-events', type, project, convert_to(replace(content, example, id::text), 'UTF8'),
                       now(), '-infinity', turn = 1
                """);
        database.sql("ANALYZE inbox").update();
        return filled;
    }

    private int fill(int rows, int mostProjects, Function<ProjectId, FactoryEvent> event, String insertion) {
        int projects = Math.min(rows, mostProjects);
        List<CloudEvent> envelopes = IntStream.rangeClosed(1, projects)
                .mapToObj(ProjectId::of)
                .map(event)
                .map(each -> Envelope.of(each, MeasuringApplication.SERVICE, clock.instant(), Optional.empty()))
                .toList();
        return database.sql(insertion + FROM_ENVELOPES)
                .param("turns", rows / projects)
                .param("types", texts(envelopes, CloudEvent::getType))
                .param("projects", texts(envelopes, WaitingRows::project))
                .param(
                        "lanes",
                        envelopes.stream()
                                .map(each -> Lane.of(project(each)).number())
                                .toArray(Integer[]::new))
                .param("ids", texts(envelopes, CloudEvent::getId))
                .param("contents", texts(envelopes, each -> new String(Envelope.write(each), UTF_8)))
                .update();
    }

    private static String project(CloudEvent envelope) {
        return String.valueOf(envelope.getExtension(Envelope.PARTITION_KEY));
    }

    private static String[] texts(List<CloudEvent> envelopes, Function<CloudEvent, String> part) {
        return envelopes.stream().map(part).toArray(String[]::new);
    }

    private FactoryEvent membersChanged(ProjectId project) {
        var members = IntStream.rangeClosed(1, 8)
                .mapToObj(number -> new Member("person%d@contoso.com".formatted(number), ProjectRole.MEMBER))
                .toList();
        return new MembersChanged(project, 1, members, clock.instant());
    }

    private FactoryEvent modelTrained(ProjectId project) {
        return new Step(project, 1).trained(clock.instant());
    }
}
