package io.aifactory.contracts.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.ModelRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models exported by scikit-learn; {@code src/test/python/foreign_models.py} made them. */
class ForeignModelTests {

    private static final List<Feature> TABLE =
            List.of(Feature.numeric("a"), Feature.numeric("b"), Feature.numeric("c"));

    private static final FeatureSchema NUMBER = FeatureSchema.regression(TABLE, "y");

    private static final FeatureSchema NAMES = FeatureSchema.classification(TABLE, "y", List.of("high", "low", "mid"));

    private static final FeatureSchema INTEGERS = FeatureSchema.classification(TABLE, "y", List.of("0", "1", "2"));

    @ParameterizedTest
    @ValueSource(strings = {"regressor", "regressor-doubles"})
    void scoresRegressors(String name) {
        assertScoresAsScikitLearn(name, NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classifier-zipmap", "classifier-table"})
    void scoresClassifiersWithTexts(String name) {
        assertScoresAsScikitLearn(name, NAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classifier-integers-zipmap", "classifier-integers", "classifier-constants"})
    void scoresClassifiersWithIntegers(String name) {
        assertScoresAsScikitLearn(name, INTEGERS);
    }

    @Test
    void putsProbabilitiesIntoTheOrderOfTheData() {
        var turned = FeatureSchema.classification(TABLE, "y", List.of("mid", "low", "high"));
        try (var scorer = OnnxScorer.open(file("classifier-table.onnx"), turned);
                var sorted = OnnxScorer.open(file("classifier-table.onnx"), NAMES)) {
            var row = new float[] {0.1f, 0.2f, 0.3f};

            var expected = sorted.score(row);

            assertThat(scorer.score(row)).containsExactly(expected[2], expected[1], expected[0]);
        }
    }

    @Test
    void scoresModelWithOneInputPerColumn() {
        var schema = FeatureSchema.regression(
                List.of(
                        Feature.numeric("count"),
                        Feature.categorical("colour", List.of("blue", "green", "red")),
                        Feature.numeric("width")),
                "y");
        var sample = json("regressor-columns.json");
        try (var scorer = OnnxScorer.open(file("regressor-columns.onnx"), schema)) {
            for (int i = 0; i < 5; i++) {
                var cells = sample.get("rows").get(i);
                var values = new HashMap<String, Object>();
                values.put("width", cells.get(0).doubleValue());
                values.put("colour", cells.get(1).textValue());
                values.put("count", cells.get(2).intValue());

                var score = scorer.score(schema.encode(values));

                assertThat(score[0])
                        .isCloseTo(sample.get("expected").get(i).get(0).doubleValue(), within(1e-4));
            }
        }
    }

    @Test
    void refusesModelForAnotherNumberOfFeatures() {
        var four = FeatureSchema.regression(
                List.of(Feature.numeric("a"), Feature.numeric("b"), Feature.numeric("c"), Feature.numeric("d")), "y");

        assertRefused(file("regressor.onnx"), four, "The ONNX model takes 3 features, the data has 4");
    }

    @Test
    void refusesModelWithOtherColumns() {
        var other = FeatureSchema.regression(List.of(Feature.numeric("width"), Feature.numeric("height")), "y");

        assertRefused(
                file("regressor-columns.onnx"),
                other,
                "The ONNX model takes column 'colour', which the data doesn't have");
    }

    @Test
    void refusesModelWithOtherClasses() {
        var other = FeatureSchema.classification(TABLE, "y", List.of("low", "mid", "top"));

        assertRefused(
                file("classifier-table.onnx"),
                other,
                "The ONNX model has classes [high, low, mid], the data has [low, mid, top]");
    }

    @Test
    void refusesRegressorForClassification() {
        assertRefused(file("regressor.onnx"), NAMES, "No output of the ONNX model is a probability for each class");
    }

    @Test
    void refusesFileThatIsNoModel() {
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> OnnxScorer.open("no model".getBytes(StandardCharsets.UTF_8), NUMBER));
    }

    @Test
    void refusesModelThatReadsOtherFiles() {
        var tensor = new ProtoWriter()
                .text(8, "weights")
                .message(13, new ProtoWriter().text(1, "location").text(2, "/etc/passwd"))
                .integer(14, 1);
        var model = new ProtoWriter().message(7, new ProtoWriter().message(5, tensor));

        assertRefused(model.toByteArray(), NUMBER, "The ONNX file takes tensor 'weights' from another file");
    }

    private static void assertRefused(byte[] onnx, FeatureSchema schema, String reason) {
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> OnnxScorer.open(onnx, schema))
                .withMessage(reason);
    }

    private static void assertScoresAsScikitLearn(String name, FeatureSchema schema) {
        var sample = json(name + ".json");
        try (var scorer = OnnxScorer.open(file(name + ".onnx"), schema)) {
            for (int i = 0; i < 5; i++) {
                var score = scorer.score(floats(sample.get("rows").get(i)));

                assertThat(score).containsExactly(doubles(sample.get("expected").get(i)), within(1e-4));
            }
        }
    }

    private static float[] floats(JsonNode numbers) {
        var floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i).floatValue();
        }
        return floats;
    }

    private static double[] doubles(JsonNode numbers) {
        var doubles = new double[numbers.size()];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = numbers.get(i).doubleValue();
        }
        return doubles;
    }

    private static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(file(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] file(String name) {
        try (var in = ForeignModelTests.class.getResourceAsStream("/foreign/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
