package io.aifactory.contracts.messaging;

import io.aifactory.localbus.LocalBus;
import io.aifactory.localbus.LocalBusSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The local bus with the entities of {@code deploy/Config.json}. */
public final class LaptopBus {

    private LaptopBus() {}

    /** Returns a bus that holds nothing yet. */
    public static LocalBus start() {
        return LocalBus.start(freshSettings());
    }

    /** Returns what an empty bus is started with. */
    public static LocalBusSettings freshSettings() {
        return LocalBusSettings.of(config(), freshFolder());
    }

    static Path config() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder.getParent() != null, Path::getParent)
                .map(folder -> folder.resolve("deploy/Config.json"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not inside the project: deploy/Config.json not found"));
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory("local-bus");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
