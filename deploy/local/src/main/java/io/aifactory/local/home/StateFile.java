package io.aifactory.local.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file in which the supervisor writes down what runs. */
public final class StateFile {

    private final Path file;

    public StateFile(FactoryHome home) {
        this.file = home.run().resolve("state.json");
    }

    /** Returns what was written last. */
    public Optional<FactoryState> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readString(file), FactoryState.class));
        } catch (IOException e) {
            throw new UncheckedIOException("can not read " + file, e);
        }
    }

    /** Returns what was written last, if its supervisor is alive. */
    public Optional<FactoryState> readSupervised() {
        return read().filter(FactoryState::supervised);
    }

    /** Replaces what was written. */
    public void write(FactoryState state) {
        try {
            SafeFile.write(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(state));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
