package io.aifactory.local.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTests {

    @TempDir
    Path folder;

    @Test
    void takesOneRowOrManyOrARequest() {
        assertThat(Rows.ofJson("{\"age\": 59}")).hasSize(1);
        assertThat(Rows.ofJson("[{\"age\": 59}, {\"age\": 60}]")).hasSize(2);
        assertThat(Rows.ofJson("{\"data\": [{\"age\": 59}]}")).hasSize(1);
    }

    @Test
    void readsNumbersTextsAndMissingValuesFromCsv() throws IOException {
        var file = Files.writeString(folder.resolve("rows.csv"), "age,name,note\r\n59.5,\"Doe, \"\"J\"\"\",\r\n");

        var row = Rows.ofFile(file).get(0);

        assertThat(row.get("age").asDouble()).isEqualTo(59.5);
        assertThat(row.get("name").asText()).isEqualTo("Doe, \"J\"");
        assertThat(row.get("note").isNull()).isTrue();
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Rows.ofJson("{age"))
                .withMessageContaining("This is no JSON");
    }
}
