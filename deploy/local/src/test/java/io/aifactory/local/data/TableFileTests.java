package io.aifactory.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFileTests {

    @TempDir
    Path folder;

    @Test
    void takesCsvWithHeadingAndRows() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "id,x\n1,2\n");

        var table = TableFile.of(file);

        assertThat(table.name()).isEqualTo("a.csv");
    }

    @Test
    void takesParquet() throws IOException {
        var file = Files.writeString(folder.resolve("a.parquet"), "PAR1 what is in it PAR1");

        var table = TableFile.of(file);

        assertThat(table.name()).isEqualTo("a.parquet");
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv,      'prose without columns', is no CSV",
        "a.csv,      'id,x',                  has a heading and no rows",
        "a.csv,      '',                      is no CSV",
        "a.parquet,  'PAR1 torn',             is no Parquet",
        "a.xlsx,     'whatever',              neither .csv nor .parquet"
    })
    void refusesWhatIsNoTable(String name, String content, String reason) throws IOException {
        var file = Files.writeString(folder.resolve(name), content);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TableFile.of(file))
                .withMessageContaining(reason);
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        var file =
                Files.write(folder.resolve("a.csv"), new byte[] {'i', 'd', ',', 'x', '\n', (byte) 0xff, (byte) 0xfe});

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TableFile.of(file))
                .withMessageContaining("not text in UTF-8");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TableFile.of(folder.resolve("missing.csv")))
                .withMessageContaining("There is no readable file");
    }
}
