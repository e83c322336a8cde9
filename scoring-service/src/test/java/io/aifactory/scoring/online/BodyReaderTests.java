package io.aifactory.scoring.online;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.scoring.SampleModels;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyReaderTests {

    private static final FeatureSchema SCHEMA = SampleModels.regression(1).schema();

    private final BodyReader reader = new BodyReader(3);

    @Test
    void readsRowsIntoFloatsInTheModelsOrder() {
        var rows =
                read(" {\"data\" : [{\"sex\":\"F\",\"bmi\":31.5}, {\"bmi\":\"7\"} , {\"sex\":null,\"bmi\":true}] } ");

        assertThat(Arrays.deepToString(rows.encoded())).isEqualTo("[[31.5, 1.0], [7.0, NaN], [1.0, NaN]]");
        assertThat(new String(rows.json(), UTF_8))
                .isEqualTo("[{\"sex\":\"F\",\"bmi\":31.5}, {\"bmi\":\"7\"} , {\"sex\":null,\"bmi\":true}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    []                          | the body is no object
                    {}                          | the body has no 'data'
                    {"data":{}}                 | 'data' is no list of rows
                    {"data":[]}                 | 'data' has no rows
                    {"data":[1]}                | row 0 is no object
                    {"data":[{"bmi":1}],"x":2}  | the body has more than 'data': 'x'
                    {"data":[{"bmi":1}]} {}     | something follows the body's object
                    {"data":[{"bmi":1},         | the body is no JSON: line 1, column 20
                    {"data":[{"bmi":NaN}]}      | the body is no JSON: line 1, column 20
                    """)
    void saysWhatIsWrongWithTheBody(String body, String reason) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableBody.class).hasMessage(reason);
    }

    @Test
    void refusesMoreRowsThanAllowed() {
        assertThatThrownBy(() -> read("{\"data\":[{\"bmi\":1},{\"bmi\":1},{\"bmi\":1},{\"bmi\":1}]}"))
                .isInstanceOf(RequestTooLarge.class)
                .hasMessage("a request has at most 3 rows");
    }

    @Test
    void refusesAnotherEncoding() {
        assertThatThrownBy(() -> reader.read("{\"data\":[{\"bmi\":1}]}".getBytes(UTF_16), SCHEMA))
                .isInstanceOf(UnreadableBody.class)
                .hasMessage("the body is not in UTF-8");
    }

    @Test
    void aColumnGivenTwiceIsRefused() {
        assertThatThrownBy(() -> read("{\"data\":[{\"bmi\":1,\"bmi\":2}]}"))
                .isInstanceOfSatisfying(InvalidRows.class, problem -> assertThat(problem.reasons())
                        .containsExactly("row 0, column 'bmi': is there twice"));
    }

    @Test
    void moreReasonsThanAnybodyReadsAreCounted() {
        var many = new BodyReader(500);
        var body = "{\"data\":[" + "{\"age\":1},".repeat(149) + "{\"age\":1}]}";

        assertThatThrownBy(() -> many.read(body.getBytes(UTF_8), SCHEMA))
                .isInstanceOfSatisfying(
                        InvalidRows.class,
                        problem -> assertThat(problem.reasons()).hasSize(101).endsWith("and 50 more"));
    }

    private RequestRows read(String body) {
        return reader.read(body.getBytes(UTF_8), SCHEMA);
    }
}
