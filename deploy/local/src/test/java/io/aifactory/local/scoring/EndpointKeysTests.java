package io.aifactory.local.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointKeysTests {

    @TempDir
    Path folder;

    @Test
    void readsAKeyWithoutItsLineBreak() throws IOException {
        var file = Files.writeString(folder.resolve("key"), "k3y\n");

        assertThat(EndpointKeys.inFile(file)).isEqualTo("k3y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "one\ntwo"})
    void refusesAFileThatIsNoKey(String content) throws IOException {
        var file = Files.writeString(folder.resolve("key"), content);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> EndpointKeys.inFile(file))
                .withMessageContaining("holds no key");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> EndpointKeys.inFile(folder.resolve("missing")))
                .withMessageContaining("There is no readable key");
    }
}
