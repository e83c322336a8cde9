package io.aifactory.contracts.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link EventFormat}. */
class EventFormatTests {

    private static final String REJECTED = "io.aifactory.promotion.rejected.v1";

    @Test
    void namesEveryReasonAtOnce() {
        String data = """
                {"project": "../etc", "model": "diabetes", "version": 0, "promotionId": "prm-1", "from": "staging",
                 "to": "test", "rejectedBy": "comparison", "rejectedAt": "yesterday"}
                """;

        var refused = catchThrowableOfType(InvalidEvent.class, () -> read(REJECTED, data));

        assertThat(refused.reasons())
                .hasSize(6)
                .anyMatch(reason -> reason.startsWith("/project: "))
                .anyMatch(reason -> reason.startsWith("/model: "))
                .anyMatch(reason -> reason.startsWith("/version: "))
                .anyMatch(reason -> reason.startsWith("/from: "))
                .anyMatch(reason -> reason.startsWith("/rejectedAt: "))
                .anyMatch(reason -> reason.contains("reasons"));
        assertThat(refused).hasMessageContaining(REJECTED).hasMessageContaining("/project");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "{} {}", "not json"})
    void refusesWhatIsNoObject(String data) {
        assertThatThrownBy(() -> read(REJECTED, data)).isInstanceOf(InvalidEvent.class);
    }

    @Test
    void refusesUnknownType() {
        assertThatThrownBy(() -> read("io.aifactory.coffee.brewed.v1", "{}"))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("io.aifactory.coffee.brewed.v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../secret", "projects/../../secret", "projects/./x", "a//b", "a\\\\b", ""})
    void refusesPathThatLeavesTheLake(String path) {
        String data = ContractFiles.examples("io.aifactory.dataset.rejected.v1")
                .get(0)
                .path("data")
                .toString()
                .replaceAll("\"path\":\"[^\"]*\"", "\"path\":\"" + path.replace("\\", "\\\\") + "\"");

        assertThatThrownBy(() -> read("io.aifactory.dataset.rejected.v1", data))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("/file/path");
    }

    @Test
    void refusesToWriteNumberThatIsNone() {
        var scoring = new TestScoring(1, Map.of("rmse", Double.NaN));
        var event = trained(Map.of("rmse", 54.2), List.of(scoring));

        assertThatThrownBy(() -> EventFormat.write(event))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("/peers/0/metrics/rmse");
    }

    @Test
    void writesEqualEventsAsTheSameText() {
        var one = trained(Map.of("rmse", 54.2, "r2", 0.47, "mae", 43.1), List.of());
        var other = trained(Map.of("mae", 43.1, "r2", 0.47, "rmse", 54.2), List.of());

        assertThat(EventFormat.write(one))
                .isEqualTo(EventFormat.write(other))
                .contains("{\"mae\":43.1,\"r2\":0.47,\"rmse\":54.2}");
    }

    private static FactoryEvent read(String type, String data) {
        return EventFormat.read(type, data.getBytes(UTF_8));
    }

    private static ModelTrained trained(Map<String, Double> metrics, List<TestScoring> peers) {
        var file = new LakeFile(EnvironmentTier.DEV, "projects/project001/11_diabetes_model_reg/models/1/model.zip");
        return new ModelTrained(
                new ProjectId("project001"),
                new ModelName("11_diabetes_model_reg"),
                1,
                "run-1",
                TrainingTrigger.DATA,
                "LightGBM",
                new ModelArtifactReference(file, "0".repeat(64), 1024),
                new DatasetReference(DatasetName.GOLD, LakeLayer.GOLD_TEST, 1, file, 88),
                metrics,
                peers,
                "anna@contoso.com",
                Instant.parse("2026-11-20T08:15:41Z"));
    }
}
