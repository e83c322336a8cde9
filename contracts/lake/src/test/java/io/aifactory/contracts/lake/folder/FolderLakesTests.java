package io.aifactory.contracts.lake.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeStorageContract;
import io.aifactory.contracts.lake.LakeVersionFile;
import io.aifactory.contracts.lake.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Tests for {@link FolderLakes}. */
class FolderLakesTests extends LakeStorageContract {

    private static final LakeVersionFile FILE = new LakeVersionFile();

    @TempDir
    Path root;

    @Override
    protected LakeStorage emptyLake() {
        return new FolderLakes(root).of(EnvironmentTier.DEV);
    }

    @Test
    void laysTheLakeOfEachEnvironmentBelowTheRoot() {
        var lakes = new FolderLakes(root);

        lakes.of(EnvironmentTier.PROD).publish(FILE, LakeContent.of(new byte[] {1}));

        assertThat(root.resolve("prod/lake3/active/esml_lake_version.json")).exists();
        assertThat(lakes.of(EnvironmentTier.DEV).find(FILE)).isEmpty();
        assertThat(lakes.of(new LakeFile(EnvironmentTier.PROD, FILE.path())).find(FILE))
                .isPresent();
    }

    @Test
    void listsWhatStaysWhileFoldersGo() throws Exception {
        LakeStorage storage = emptyLake();
        StoredFile staying = storage.publish(FILE, LakeContent.of(new byte[] {1}));
        Path folder = root.resolve("dev/lake3/active/going");
        var going = CompletableFuture.runAsync(() -> makeAndRemove(folder, 2_000));

        do {
            assertThat(storage.list(new LakeFolder.Root())).contains(staying);
        } while (!going.isDone());
        going.get();
    }

    private static void makeAndRemove(Path folder, int times) {
        try {
            for (int i = 0; i < times; i++) {
                Path file = Files.createDirectories(folder.resolve("deep")).resolve("file");
                Files.createFile(file);
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leavesNoHalfFileWhenTheWriterIsKilled() throws Exception {
        LakeStorage storage = emptyLake();
        storage.publish(FILE, LakeContent.of("former".getBytes()));

        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(writer.getInputStream().read()).isEqualTo('w');
        writer.destroyForcibly();

        assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(storage.list(new LakeFolder.Root())).hasSize(1);
        try (InputStream in = storage.open(FILE)) {
            assertThat(in.readAllBytes()).asString().isEqualTo("former");
        }
        assertThat(unfinished()).isEqualTo(1);
    }

    @Test
    void removesWhatKilledWritersLeftTwoDaysAgo() throws IOException {
        Path aside = Files.createDirectories(root.resolve("dev/.aside"));
        Path old = Files.createFile(aside.resolve("old"));
        Path young = Files.createFile(aside.resolve("young"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-11-24T11:59:00Z")));
        Files.setLastModifiedTime(young, FileTime.from(Instant.parse("2026-11-24T12:01:00Z")));
        var clock = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

        new FolderLakes(root, clock).of(EnvironmentTier.DEV).publish(FILE, LakeContent.of(new byte[] {1}));

        assertThat(aside).isDirectoryNotContaining(old::equals).isDirectoryContaining(young::equals);
    }

    @Test
    void leavesNothingAsideOfWhatIsNotPublished() throws IOException {
        LakeStorage storage = emptyLake();
        var published = storage.upload(LakeContent.of("published".getBytes()));
        published.publish(FILE);
        var givenUp = storage.upload(LakeContent.of("given up".getBytes()));

        published.close();
        givenUp.close();

        assertThat(unfinished()).isZero();
    }

    private long unfinished() throws IOException {
        try (var files = Files.list(root.resolve("dev/.aside"))) {
            return files.count();
        }
    }

    /** Writes one file without end, and says so as soon as something is written. */
    static final class EndlessWriter {

        private EndlessWriter() {}

        public static void main(String[] arguments) {
            new FolderLakes(Path.of(arguments[0])).of(EnvironmentTier.DEV).publish(FILE, out -> {
                out.write(new byte[1024]);
                System.out.print('w');
                System.out.flush();
                while (true) {
                    out.write(0);
                }
            });
        }
    }
}
