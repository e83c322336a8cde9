package io.aifactory.local.storagewatch;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.local.home.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageWatcherTests {

    private static final String IN = "projects/project001/11_diabetes_model_reg/train/ds01_diabetes/in/dev/2026/11/20/";

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private final List<StorageEvent> sent = new ArrayList<>();
    private boolean busAway;
    private StorageWatcher watcher;

    @BeforeEach
    void watch() {
        watcher = watcher();
    }

    @Test
    void tellsOfAFileOnceItIsStill() throws IOException {
        write(IN + "a.csv", "id,x\n1,2\n");

        watcher.look();
        assertThat(sent).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        watcher.look();
        watcher.look();

        assertThat(sent).hasSize(1);
    }

    @Test
    void waitsWhileAFileGrows() throws IOException {
        var file = write(IN + "a.csv", "id,x\n");
        watcher.look();

        clock.advance(Duration.ofSeconds(1));
        Files.writeString(file, "1,2\n", StandardOpenOption.APPEND);
        watcher.look();

        assertThat(sent).isEmpty();
    }

    @Test
    void tellsAgainWhenAFileChangesWithALaterSequence() throws IOException {
        var file = write(IN + "a.csv", "id,x\n1,2\n");
        lookUntilStill();
        Files.writeString(file, "3,4\n", StandardOpenOption.APPEND);

        lookUntilStill();

        assertThat(sent).hasSize(2);
        assertThat(data(sent.get(0)).get("eTag")).isNotEqualTo(data(sent.get(1)).get("eTag"));
        assertThat(data(sent.get(0)).get("sequencer").asText())
                .isLessThan(data(sent.get(1)).get("sequencer").asText());
    }

    @Test
    void remembersAcrossRestartsWhatItTold() throws IOException {
        write(IN + "a.csv", "id,x\n1,2\n");
        lookUntilStill();
        watcher.stop();

        watcher = watcher();
        lookUntilStill();

        assertThat(sent).hasSize(1);
    }

    @Test
    void tellsLaterWhatTheBusDidNotTake() throws IOException {
        write(IN + "a.csv", "id,x\n1,2\n");
        busAway = true;
        watcher.look();
        clock.advance(Duration.ofSeconds(1));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(watcher::look);

        busAway = false;
        watcher.look();

        assertThat(sent).hasSize(1);
    }

    @Test
    void givesTheSameStateOfAFileTheSameIdAfterATornMemory() throws IOException {
        write(IN + "a.csv", "id,x\n1,2\n");
        lookUntilStill();
        var memory = folder.resolve("memory.tsv");
        var line = Files.readString(memory);
        Files.writeString(memory, line.substring(0, 10));

        watcher = watcher();
        lookUntilStill();

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).id()).isEqualTo(sent.get(1).id());
    }

    @Test
    void tellsOnceThatAFileIsGoneAndAgainWhenItIsBack() throws IOException {
        var file = write(IN + "a.csv", "id,x\n1,2\n");
        var written = Files.getLastModifiedTime(file);
        lookUntilStill();
        Files.delete(file);
        lookUntilStill();
        lookUntilStill();
        Files.setLastModifiedTime(write(IN + "a.csv", "id,x\n1,2\n"), written);

        watcher = watcher();
        lookUntilStill();

        assertThat(sent).hasSize(3);
        assertThat(sent.get(1).body()).contains("\"Microsoft.Storage.BlobDeleted\"", "\"api\":\"DeleteFile\"");
        assertThat(sent.get(2).id()).isNotEqualTo(sent.get(0).id());
        assertThat(sent)
                .extracting(event -> data(event).get("sequencer").asText())
                .isSorted();
    }

    @Test
    void sequenceGoesOnWhenTheMemoryIsLost() throws IOException {
        write(IN + "a.csv", "id,x\n1,2\n");
        lookUntilStill();
        Files.delete(folder.resolve("memory.tsv"));

        watcher = watcher();
        lookUntilStill();

        assertThat(data(sent.get(1)).get("sequencer").asText())
                .isGreaterThan(data(sent.get(0)).get("sequencer").asText());
    }

    @Test
    void tellsOfMarkersAndOfWhatSaysWhichDataCounts() throws IOException {
        var model = "projects/project001/11_diabetes_model_reg/";
        write(IN + "_SUCCESS", "");
        write(IN + "_committed_1", "");
        write(model + "train/active/active_in_folder.json", "{}");
        write(model + "train/active/gold_trained_runinfo/last_train_run.csv", "x");
        write("active/esml_lake_version.json", "{}");

        lookUntilStill();

        assertThat(sent)
                .extracting(event -> data(event).get("url").asText().replaceFirst(".*/", ""))
                .containsExactlyInAnyOrder("_SUCCESS", "active_in_folder.json");
    }

    @Test
    void leavesAloneWhatTheFactoryFillsItself() throws IOException {
        write("projects/project001/11_diabetes_model_reg/train/ds01_diabetes/out/bronze/dev/bronze.parquet", "x");
        write("projects/project001/11_diabetes_model_reg/train/model/dev/in/4711/model.onnx", "x");
        write(IN + ".a.csv.part", "half");
        write(IN + "_temporary/a.csv", "whole, in a folder of its own");

        lookUntilStill();

        assertThat(sent)
                .extracting(event -> data(event).get("url").asText())
                .allMatch(url -> url.contains("_temporary"));
    }

    @Test
    void ignoresNamesWithControlCharacters() throws IOException {
        write(IN + "a\tb.csv", "id,x\n1,2\n");
        write(IN + "a\nb.csv", "id,x\n1,2\n");
        write(IN + "a b.csv", "id,x\n1,2\n");

        lookUntilStill();

        assertThat(sent)
                .extracting(event -> data(event).get("url").asText())
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .contains("/a")
                .endsWith("b.csv");
    }

    @Test
    void hasTheShapeOfEventGrid() throws IOException {
        write(IN + "a.csv", "id,x\n1,2\n");

        lookUntilStill();

        var event = Json.MAPPER.readTree(sent.get(0).body());
        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("type").asText()).isEqualTo("Microsoft.Storage.BlobCreated");
        assertThat(event.get("source").asText())
                .endsWith("/providers/Microsoft.Storage/storageAccounts/staifdevlake001");
        assertThat(event.get("subject").asText())
                .isEqualTo("/blobServices/default/containers/lake3/blobs/" + IN + "a.csv");
        assertThat(event.at("/data/api").asText()).isEqualTo("FlushWithClose");
        assertThat(event.at("/data/contentLength").asLong()).isEqualTo(9);
        assertThat(event.at("/data/sequencer").asText()).hasSize(48);
        assertThat(event.at("/data/url").asText())
                .isEqualTo("https://staifdevlake001.dfs.core.windows.net/lake3/" + IN + "a.csv");
    }

    private StorageWatcher watcher() {
        return new StorageWatcher(folder.resolve("lake"), folder.resolve("memory.tsv"), this::take, clock);
    }

    private void take(StorageEvent event) {
        if (busAway) {
            throw new IllegalStateException("the bus is away");
        }
        sent.add(event);
    }

    private void lookUntilStill() {
        watcher.look();
        clock.advance(Duration.ofSeconds(1));
        watcher.look();
    }

    private Path write(String path, String text) throws IOException {
        var file = folder.resolve("lake/dev/lake3").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static com.fasterxml.jackson.databind.JsonNode data(StorageEvent event) {
        try {
            return Json.MAPPER.readTree(event.body()).get("data");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-11-20T10:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
