package io.aifactory.scoring.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.scoring.scored.ScoringId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dataset each batch scores. */
@Repository
class BatchInputs {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    BatchInputs(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(ScoringId scoring, DatasetReference dataset) {
        jdbc.sql("insert into batch_input (scoring_id, dataset) values (:id, :dataset) on conflict do nothing")
                .param("id", scoring.value())
                .param("dataset", write(dataset))
                .update();
    }

    DatasetReference of(ScoringId scoring) {
        return read(jdbc.sql("select dataset from batch_input where scoring_id = :id")
                .param("id", scoring.value())
                .query(String.class)
                .single());
    }

    private String write(DatasetReference dataset) {
        try {
            return json.writeValueAsString(dataset);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reference can always be written", e);
        }
    }

    private DatasetReference read(String dataset) {
        try {
            return json.readValue(dataset, DatasetReference.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}
