package io.aifactory.contracts.lake.azure;

import com.azure.core.util.Context;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.options.ReadToFileOptions;
import io.aifactory.contracts.lake.LocalCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/** Downloads files of the lake into a folder, where nobody else may read them and each is gone when it is closed. */
final class LocalCopies {

    private static final String SUFFIX = ".lake-copy";
    private static final Duration LONGEST_USE = Duration.ofDays(1);
    private static final Set<OpenOption> OVERWRITE =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);

    private final Path folder;
    private final Traffic traffic;

    /** Removes at once what a process that was killed has left in the folder, a day after. */
    LocalCopies(Path folder, Traffic traffic, Clock clock) {
        this.folder = folder;
        this.traffic = traffic;
        try {
            Files.createDirectories(folder);
            removeOlderThan(clock.instant().minus(LONGEST_USE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use %s for copies of files in the lake".formatted(folder), e);
        }
    }

    /** A file that was downloaded. */
    private record Copy(Path path) implements LocalCopy {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Downloads one content of the file, blocks of it at a time. If another one takes its place, the download fails. */
    LocalCopy of(DataLakeFileClient file) throws IOException {
        var copy = new Copy(Files.createTempFile(folder, "", SUFFIX).toAbsolutePath());
        try {
            var options = new ReadToFileOptions(copy.path.toString())
                    .setParallelTransferOptions(traffic.blocks())
                    .setOpenOptions(OVERWRITE)
                    .setRangeGetContentMd5(false);
            file.readToFileWithResponse(options, null, Context.NONE);
            return copy;
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private void removeOlderThan(Instant moment) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
