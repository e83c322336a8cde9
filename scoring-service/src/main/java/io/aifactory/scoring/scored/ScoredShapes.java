package io.aifactory.scoring.scored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shape of each model version's scored rows. A version never changes its shape. */
@Repository
public class ScoredShapes {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ScoredShapes(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Remembers the shape of a version, unless it is known. */
    public void add(ScoringEndpoint endpoint, int version, ScoredShape shape) {
        jdbc.sql("""
                insert into scored_shape (project, model, version, shape) values (:project, :model, :version, :shape)
                on conflict do nothing""")
                .params(keyOf(endpoint, version))
                .param("shape", write(shape))
                .update();
    }

    ScoredShape of(ScoringEndpoint endpoint, int version) {
        return read(jdbc.sql("""
                select shape from scored_shape where project = :project and model = :model and version = :version""")
                .params(keyOf(endpoint, version))
                .query(String.class)
                .single());
    }

    private static Map<String, Object> keyOf(ScoringEndpoint endpoint, int version) {
        return Map.of(
                "project", endpoint.project().value(),
                "model", endpoint.model().value(),
                "version", version);
    }

    private String write(ScoredShape shape) {
        try {
            return json.writeValueAsString(shape);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a shape can always be written", e);
        }
    }

    private ScoredShape read(String shape) {
        try {
            return json.readValue(shape, ScoredShape.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}
