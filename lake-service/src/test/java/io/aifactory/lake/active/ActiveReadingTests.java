package io.aifactory.lake.active;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.access.Problem;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.ActiveFile;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.folder.FolderLakes;
import io.aifactory.lake.ServiceDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link ActiveReading} and {@link ActiveWriting}. */
class ActiveReadingTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ModelName MODEL = new ModelName("11_diabetes_model_reg");
    private static final ActivePlace PLACE = place(ActiveFile.Use.TRAINING);

    private static ServiceDatabase database;

    @TempDir
    Path root;

    private final List<Object> told = new ArrayList<>();
    private LakeStorage lake;
    private ActiveChoices choices;
    private ActiveReading reading;
    private ActiveWriting writing;

    @BeforeAll
    static void openDatabase() {
        database = new ServiceDatabase(Instant.parse("2026-11-20T10:00:00Z"));
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void open() {
        database.client().sql("TRUNCATE active_choice").update();
        var lakes = new FolderLakes(root);
        lake = lakes.of(EnvironmentTier.DEV);
        choices = new ActiveChoices(database.client(), database.clock());
        reading = new ActiveReading(lakes, choices, database.transaction(), told::add);
        writing = new ActiveWriting(lakes, choices, reading, database.transaction());
    }

    @Test
    void tellsWhenOtherDataCountsAndOnlyThen() {
        read("{\"dev_in_folder_date\": \"1000-01-01\"}");
        assertThat(told).isEmpty();

        read("{\"dev_in_folder_date\": \"2026-11-20 15:35:01.243860\"}");
        read("{\"dev_in_folder_date\": \"2026-11-20\", \"prod_in_folder_date\": \"2026-11-21\"}");

        assertThat(told).containsExactly(new ActiveChoiceChanged(ProjectId.of(1), MODEL, EnvironmentTier.DEV));
        assertThat(day()).isEqualTo(DAY);
    }

    @Test
    void brokenFileChangesNothingAndIsSaidToBeBrokenUntilItIsMended() {
        read("{\"dev_in_folder_date\": \"2026-11-20\"}");
        told.clear();

        read("{\"dev_in_folder_date\": \"tomorrow\"}");

        assertThat(told).isEmpty();
        assertThat(day()).isEqualTo(DAY);
        assertThat(choices.at(PLACE).problem()).startsWith("dev_in_folder_date is 'tomorrow', and not a date");
        read("{\"dev_in_folder_date\": \"2026-11-20\"}");
        assertThat(choices.at(PLACE).problem()).isNull();
    }

    @Test
    void fileThatIsTooLongIsNotRead() {
        read(" ".repeat(100_001));

        assertThat(choices.at(PLACE).problem()).contains("longer than 100000 bytes");
    }

    @Test
    void withoutAFileEverythingCounts() {
        read("{\"dev_in_folder_date\": \"2026-11-20\"}");
        lake.delete(PLACE.file());

        reading.reconcile(PLACE.toString());

        assertThat(day()).isNull();
    }

    @Test
    void writesWhatWasChosenAndNobodyOverwritesWhatTheyHaveNotSeen() throws IOException {
        read("{\"dev_in_folder_date\": \"1000-01-01\", \"test_in_folder_date\": \"2026-01-02\"}");
        String etag = etag();

        writing.write(PLACE, new ActiveEntry(DAY, 0), etag);

        assertThat(day()).isEqualTo(DAY);
        assertThat(told).hasSize(1);
        assertThat(new String(lake.open(PLACE.file()).readAllBytes(), UTF_8))
                .contains("\"dev_in_folder_date\" : \"2026-11-20 00:00:00.000000\"", "2026-01-02");
        assertThatThrownBy(() -> writing.write(PLACE, ActiveEntry.EVERYTHING, etag))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("was changed since it was read");
        assertThat(day()).isEqualTo(DAY);
        reading.reconcile(PLACE.toString());
        assertThat(told).hasSize(1);
    }

    @Test
    void whoLooksSeesWhatLiesThereThoughNobodyHasToldOfIt() {
        read("{\"dev_in_folder_date\": \"1000-01-01\"}");
        lake.publish(PLACE.file(), LakeContent.of("{\"dev_in_folder_date\": \"2026-11-20\"}".getBytes(UTF_8)));

        ActiveChoices.Known seen = reading.look(PLACE);

        assertThat(seen.entry().day()).isEqualTo(DAY);
        assertThat(seen.etag()).isEqualTo(etag());
        assertThat(told).hasSize(1);
    }

    @Test
    void replacesAFileThatIsBroken() {
        read("no json");

        writing.write(PLACE, new ActiveEntry(DAY, 0), etag());

        assertThat(choices.at(PLACE).problem()).isNull();
        assertThat(day()).isEqualTo(DAY);
    }

    @Test
    void refusesWhatCanNotBeChosen() {
        read("{}");

        assertThatThrownBy(() -> writing.write(PLACE, new ActiveEntry(null, 3), etag()))
                .hasMessageContaining("not for training");
        assertThatThrownBy(() -> writing.write(PLACE, new ActiveEntry(LocalDate.of(999, 1, 1), 0), etag()))
                .hasMessageContaining("years 1001 to 9999");
        assertThatThrownBy(() -> writing.write(place(ActiveFile.Use.SCORING), new ActiveEntry(null, 3), "0x1"))
                .hasMessageContaining("has no projects/project001/11_diabetes_model_reg/inference/active");
    }

    private void read(String content) {
        lake.publish(PLACE.file(), LakeContent.of(content.getBytes(UTF_8)));
        reading.reconcile(PLACE.toString());
    }

    private String etag() {
        return lake.find(PLACE.file()).orElseThrow().etag();
    }

    private @Nullable LocalDate day() {
        return choices.of(ProjectId.of(1), MODEL, EnvironmentTier.DEV).dayIn(ModelZone.train(ProjectId.of(1), MODEL));
    }

    private static ActivePlace place(ActiveFile.Use use) {
        return new ActivePlace(new ActiveFile(ProjectId.of(1), MODEL, use), EnvironmentTier.DEV);
    }
}
