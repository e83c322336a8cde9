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
import java.util.Set;

/** A file of the lake downloaded into a temporary one, which nobody else may read and which is gone when it is closed. */
record TemporaryCopy(Path path) implements LocalCopy {

    private static final Set<OpenOption> OVERWRITE =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);

    /** Downloads one content of the file, blocks of it at a time. If another one takes its place, the download fails. */
    static LocalCopy of(DataLakeFileClient file, Traffic traffic) throws IOException {
        var copy = new TemporaryCopy(Files.createTempFile("lake-", ".copy").toAbsolutePath());
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

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
