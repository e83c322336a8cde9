package io.aifactory.training.pipeline.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.contracts.messaging.Unprocessable;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataContractTextTests {

    private static final String TEXT = "{\"commit\":\"größer\",\"filler\":\"" + "0123456789".repeat(300) + "\"}";

    @Test
    void leavesPlainTextAsItIs() {
        assertThat(DataContractText.of(TEXT.getBytes(UTF_8))).isEqualTo(TEXT);
        assertThat(DataContractText.of(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 200, 255, 256, 1024, 100_000})
    void joinsTextFromItsRecords(int chunk) {
        assertThat(DataContractText.of(BinaryXml.of(TEXT, chunk))).isEqualTo(TEXT);
    }

    @Test
    void hasItsFirstRecordWhereDotNetPutsIt() {
        assertThat(BinaryXml.of(TEXT, 1024)[61]).isEqualTo((byte) 0x9A);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40, 62, 90})
    void refusesBodyThatIsCutOff(int length) {
        var cut = Arrays.copyOf(BinaryXml.of(TEXT, 1024), length);

        assertThatExceptionOfType(Unprocessable.class)
                .isThrownBy(() -> DataContractText.of(cut))
                .withMessage("The body begins like binary XML but ends within a record");
    }

    @Test
    void refusesRecordThatIsNoText() {
        var body = BinaryXml.of(TEXT, 1024);
        body[61] = 0x44;

        assertThatExceptionOfType(Unprocessable.class)
                .isThrownBy(() -> DataContractText.of(body))
                .withMessage("The body is binary XML with a record 0x44 that is no text");
    }
}
