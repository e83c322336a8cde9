package io.aifactory.contracts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureSchemaTests {

    private static final FeatureSchema SCHEMA = FeatureSchema.regression(
            List.of(Feature.numeric("age"), Feature.categorical("sex", List.of("f", "m")), Feature.numeric("bmi")),
            "target");

    @Test
    void encodesValuesByPosition() {
        assertThat(SCHEMA.encode(Map.of("bmi", 21.5, "age", 30, "sex", "m"))).containsExactly(30f, 1f, 21.5f);
    }

    @Test
    void encodesMissingAndUnknownAsNoNumber() {
        var values = new LinkedHashMap<String, Object>();
        values.put("age", null);
        values.put("sex", "x");

        assertThat(SCHEMA.encode(values)).containsExactly(Float.NaN, Float.NaN, Float.NaN);
    }

    @Test
    void readsNumbersFromTexts() {
        assertThat(SCHEMA.encode(Map.of("age", " 30 ", "bmi", ""))).containsExactly(30f, Float.NaN, Float.NaN);
    }

    @Test
    void readsTruthValues() {
        var schema = FeatureSchema.regression(
                List.of(Feature.numeric("smokes"), Feature.categorical("ill", List.of("false", "true"))), "target");

        assertThat(schema.encode(Map.of("smokes", true, "ill", true))).containsExactly(1f, 1f);
    }

    @Test
    void readsNumbersAsCategories() {
        var schema = FeatureSchema.regression(List.of(Feature.categorical("grade", List.of("1", "2.5"))), "target");

        assertThat(schema.encode(0, 1.0)).isZero();
        assertThat(schema.encode(0, 2.5)).isEqualTo(1f);
    }

    @Test
    void refusesUnknownColumnsAndBadValuesTogether() {
        var values = new LinkedHashMap<String, Object>();
        values.put("weight", 1);
        values.put("age", "old");
        values.put("bmi", 1e300);
        values.put("sex", List.of());

        assertThatExceptionOfType(RowRefused.class)
                .isThrownBy(() -> SCHEMA.encode(values))
                .satisfies(refused -> assertThat(refused.reasons())
                        .containsExactly(
                                "Column 'weight' is unknown to the model",
                                "Value 'old' of feature 'age' is no number",
                                "Value '1.0E300' of feature 'bmi' is too large",
                                "Value '[]' of feature 'sex' is neither a number, a text nor a truth value"));
    }

    @Test
    void knowsPositionsByName() {
        assertThat(SCHEMA.indexOf("bmi")).isEqualTo(2);
        assertThat(SCHEMA.indexOf("weight")).isEqualTo(-1);
    }

    @Test
    void refusesFeatureThatIsThereTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        FeatureSchema.regression(List.of(Feature.numeric("age"), Feature.numeric("age")), "target"))
                .withMessage("Feature 'age' is there twice");
    }

    @Test
    void refusesLabelAmongFeatures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureSchema.regression(List.of(Feature.numeric("age")), "age"))
                .withMessage("Label 'age' can't be a feature as well");
    }

    @Test
    void refusesOneClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureSchema.classification(List.of(Feature.numeric("age")), "ill", List.of("yes")))
                .withMessage("Classification needs two classes or more, there are [yes]");
    }

    @Test
    void startsWithEverythingMissing() {
        var row = SCHEMA.emptyRow();

        assertThat(row).hasSize(3);
        assertThat(Arrays.toString(row)).isEqualTo("[NaN, NaN, NaN]");
    }
}
