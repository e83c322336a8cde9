package io.aifactory.lake.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link Workspaces}. */
class WorkspacesTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");

    @TempDir
    Path root;

    @Test
    void removesAFolderWithItsFilesWhenItIsClosed() throws IOException {
        try (Workspace workspace = new Workspaces(root).open()) {
            Path file = workspace.newFile("x.csv");
            Files.writeString(file, "x");

            assertThat(workspace.newFile("x.csv")).isNotEqualTo(file);
        }

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void sweepsWhatIsOlderThanADayAndNothingElse() throws IOException {
        Path old = folder("work-old", NOW.minusSeconds(86_401));
        Path young = folder("work-young", NOW.minusSeconds(86_399));
        Path foreign = folder("other", NOW.minusSeconds(1_000_000));

        new Workspaces(root).sweep(Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
    }

    private Path folder(String name, Instant modified) throws IOException {
        Path folder = Files.createDirectory(root.resolve(name));
        return Files.setLastModifiedTime(folder, FileTime.from(modified));
    }
}
