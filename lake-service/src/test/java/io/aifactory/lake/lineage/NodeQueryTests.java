package io.aifactory.lake.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link NodeQuery}. */
class NodeQueryTests {

    private static final ProjectId PROJECT = ProjectId.of(1);

    @ParameterizedTest
    @CsvSource({
        "project001/11_x_reg/gold/v2,             project001/11_x_reg/gold/test/v2",
        "11_x_reg/gold/v2,                        project001/11_x_reg/gold/test/v2",
        "project001/11_x_reg/gold/dev/v2,         project001/11_x_reg/gold/dev/v2",
        "project001/11_x_reg/gold/gold_train/2,   project001/11_x_reg/gold_train/test/v2",
        "project001/11_x_reg/ds01_a/silver/v10,   project001/11_x_reg/ds01_a/silver/test/v10",
        "project001/11_x_reg/model/3,             project001/11_x_reg/model/3",
        "project001/11_x_reg/scoring/0a9d,        project001/scoring/0a9d",
        "0a9d6f31,                                project001/scoring/0a9d6f31"
    })
    void readsWhatPeopleGuess(String text, String name) {
        assertThat(NodeQuery.parse(PROJECT, text, EnvironmentTier.TEST)).isEqualTo(new NodeQuery(name, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "project001/11_x_reg",
                "project001/11_x_reg/v2",
                "project001/11_x_reg/gold/latest",
                "project001/11_x_reg/golden/v2",
                "project001/11_x_reg/ds01_a/silver/dev/more/v2",
                "project002/11_x_reg/gold/v2",
                "projects/project001/../secrets",
                "projects/project001/11_x_reg/train/ds01_a/in/dev/2026/02/31/a.csv",
                "project001/11_x_reg/gold/v99999999999"
            })
    void tellsTheFormsToWhoeverUsesAnother(String text) {
        assertThatExceptionOfType(LineageNodeUnreadable.class)
                .isThrownBy(() -> NodeQuery.parse(PROJECT, text, EnvironmentTier.DEV))
                .satisfies(refusal -> assertThat(refusal.reasons())
                        .anySatisfy(reason -> assertThat(reason).contains("project001/11_diabetes_model_reg/gold/v2")));
    }
}
