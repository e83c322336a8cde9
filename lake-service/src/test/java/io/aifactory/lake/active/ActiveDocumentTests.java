package io.aifactory.lake.active;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.ActiveFile;
import io.aifactory.contracts.lake.ModelZone;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link ActiveDocument} and {@link ActiveChoice}. */
class ActiveDocumentTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20 15:35:01.243860, 2026-11-20",
        "2026-11-20 15:35:01, 2026-11-20",
        "2026-11-20, 2026-11-20",
        "1000-01-01 15:35:01.243860,",
        "0001-01-01,"
    })
    void dateNamesADayAndYear1000AllDays(String text, @Nullable LocalDate day) throws BrokenActiveFile {
        ActiveDocument document = training("{\"dev_in_folder_date\": \"%s\"}".formatted(text));

        assertThat(document.entry(EnvironmentTier.DEV)).isEqualTo(new ActiveEntry(day, 0));
        assertThat(document.entry(EnvironmentTier.PROD)).isEqualTo(ActiveEntry.EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"dev_in_folder_date\": \"20.11.2026\"}",
                "{\"dev_in_folder_date\": \"2026-02-30\"}",
                "{\"dev_in_folder_date\": \"2026_11_20\"}",
                "{\"dev_in_folder_date\": {}}"
            })
    void saysWhatIsWrong(String broken) {
        assertThatThrownBy(() -> training(broken).entry(EnvironmentTier.DEV))
                .isInstanceOf(BrokenActiveFile.class)
                .hasMessageMatching("(?s)it is no JSON.*|dev_in_folder_date is '.*', and not a date such as .*");
    }

    @Test
    void scoringHasAVersionAsTextOrNumber() throws BrokenActiveFile {
        ActiveDocument document = scoring("""
                {"dev_scoring_folder_date": "2026-11-20", "dev_inference_model_version": "3",
                 "test_inference_model_version": 7, "prod_inference_model_version": "latest"}""");

        assertThat(document.entry(EnvironmentTier.DEV)).isEqualTo(new ActiveEntry(DAY, 3));
        assertThat(document.entry(EnvironmentTier.TEST)).isEqualTo(new ActiveEntry(null, 7));
        assertThatThrownBy(() -> document.entry(EnvironmentTier.PROD))
                .hasMessage("prod_inference_model_version is 'latest', and not a model version such as 3");
    }

    @Test
    void changeKeepsWhatElseTheFileHas() throws BrokenActiveFile {
        ActiveDocument document = scoring("{\"prod_inference_model_version\": \"2\", \"comment\": \"ours\"}");

        ActiveDocument changed = ActiveDocument.parse(
                ActiveFile.Use.SCORING,
                document.with(EnvironmentTier.DEV, new ActiveEntry(DAY, 3)).bytes());

        assertThat(changed.entry(EnvironmentTier.DEV)).isEqualTo(new ActiveEntry(DAY, 3));
        assertThat(changed.entry(EnvironmentTier.PROD)).isEqualTo(new ActiveEntry(null, 2));
        assertThat(new String(changed.bytes(), UTF_8))
                .contains("\"comment\" : \"ours\"", "\"2026-11-20 00:00:00.000000\"");
    }

    @Test
    void version0MeansEveryVersionAndANegativeOneNone() {
        var model = new ModelName("11_diabetes_model_reg");
        ModelZone leading = ModelZone.inference(ProjectId.of(1), model, 0);
        ModelZone third = ModelZone.inference(ProjectId.of(1), model, 3);

        assertThat(choice(0).covers(leading)).isTrue();
        assertThat(choice(0).covers(third)).isTrue();
        assertThat(choice(3).covers(leading)).isFalse();
        assertThat(choice(3).covers(third)).isTrue();
        assertThat(choice(-1).covers(third)).isFalse();
        assertThat(choice(-1).covers(ModelZone.train(ProjectId.of(1), model))).isTrue();
    }

    private static ActiveChoice choice(int version) {
        return new ActiveChoice(ActiveEntry.EVERYTHING, new ActiveEntry(null, version));
    }

    private static ActiveDocument training(String text) throws BrokenActiveFile {
        return ActiveDocument.parse(ActiveFile.Use.TRAINING, text.getBytes(UTF_8));
    }

    private static ActiveDocument scoring(String text) throws BrokenActiveFile {
        return ActiveDocument.parse(ActiveFile.Use.SCORING, text.getBytes(UTF_8));
    }
}
