package io.aifactory.training.automl.child;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.aifactory.training.automl.LeaderboardEntry;
import io.aifactory.training.automl.SearchOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files through which the service and the child speak, all in the order's folder: {@code job.json} in; {@code
 * model.zip}, {@code leaderboard.json} and {@code result.json} out; {@code log.txt} for people.
 */
record JobFiles(Path folder) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    Path job() {
        return folder.resolve("job.json");
    }

    Path model() {
        return folder.resolve("model.zip");
    }

    Path leaderboard() {
        return folder.resolve("leaderboard.json");
    }

    Path result() {
        return folder.resolve("result.json");
    }

    Path log() {
        return folder.resolve("log.txt");
    }

    void writeOrder(SearchOrder order) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(result());
        JSON.writeValue(job().toFile(), order);
    }

    static SearchOrder readOrder(Path job) throws IOException {
        return JSON.readValue(job.toFile(), SearchOrder.class);
    }

    void writeResult(JobResult result) throws IOException {
        JSON.writeValue(result().toFile(), result);
    }

    JobResult readResult() throws IOException {
        return JSON.readValue(result().toFile(), JobResult.class);
    }

    void writeLeaderboard(List<LeaderboardEntry> entries) throws IOException {
        JSON.writeValue(leaderboard().toFile(), entries);
    }

    List<LeaderboardEntry> readLeaderboard() throws IOException {
        return List.of(JSON.readValue(leaderboard().toFile(), LeaderboardEntry[].class));
    }
}
