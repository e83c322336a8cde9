package io.aifactory.lake.engine.reading;

import io.aifactory.contracts.events.FileForm;
import io.aifactory.lake.engine.EngineFailed;
import io.aifactory.lake.engine.InputFile;
import io.aifactory.lake.engine.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a file is and makes of it what an engine reads in one stream. Memory is bounded, whatever the file holds;
 * what is unpacked, transcoded or read row by row goes to scratch files.
 */
public final class FilePreparation {

    private final long largestFile;

    public FilePreparation(ReadingProperties properties) {
        this.largestFile = properties.largestFile().toBytes();
    }

    /**
     * Prepares a file.
     *
     * @throws UnreadableFile if it can't be used as a table
     */
    public Prepared prepare(InputFile file, @Nullable FileForm form, Scratch scratch) {
        try {
            byte[] start = start(file.local());
            FileName name = FileName.of(file.name(), start);
            requireSize(file.local());
            name.require(start);
            return switch (name.kind()) {
                case PARQUET -> new Prepared.Columnar(file.local(), largestFile);
                case EXCEL -> WorkbookRows.read(file.local(), form, scratch.newFile("rows"), largestFile);
                case CSV, TSV -> csv(plain(file, name, form, scratch), name.kind(), form, scratch);
                case JSON, JSON_LINES ->
                    JsonRows.read(
                            plain(file, name, form, scratch),
                            name.kind() == FileKind.JSON_LINES,
                            form,
                            scratch.newFile("rows"));
            };
        } catch (IOException e) {
            throw new EngineFailed("cannot read " + file.name(), e);
        }
    }

    /**
     * Reads lines one by one, because some do not fit.
     *
     * @throws UnreadableFile if they can't be used as a table
     */
    public Prepared.Rows readOneByOne(Prepared.Lines lines, @Nullable FileForm form, Scratch scratch) {
        try {
            return rows(lines.file(), lines.dialect(), form, scratch);
        } catch (IOException e) {
            throw new EngineFailed("cannot read " + lines.file(), e);
        }
    }

    private Prepared csv(Path plain, FileKind kind, @Nullable FileForm form, Scratch scratch) throws IOException {
        CsvDialect dialect = CsvSniffing.of(plain, kind, form);
        LineScan.Outcome scanned = LineScan.of(plain, dialect.quote());
        long rows = scanned.lines() - dialect.recordsBeforeRows();
        if (scanned.simple() && rows > 0) {
            return new Prepared.Lines(plain, dialect, rows, Decimals.ofText(form, dialect.delimiter()));
        }
        return rows(plain, dialect, form, scratch);
    }

    private static Prepared.Rows rows(Path plain, CsvDialect dialect, @Nullable FileForm form, Scratch scratch)
            throws IOException {
        boolean refusesOtherEncodings = form == null || form.encoding() == null;
        return CsvRows.read(
                plain,
                dialect,
                Decimals.ofText(form, dialect.delimiter()),
                refusesOtherEncodings,
                scratch.newFile("rows"));
    }

    private Path plain(InputFile file, FileName name, @Nullable FileForm form, Scratch scratch) throws IOException {
        String encoding = form == null ? null : form.encoding();
        return PlainText.of(file.local(), name.packing(), encoding, scratch, largestFile);
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Signature.LONGEST);
        }
    }

    private void requireSize(Path file) throws IOException {
        if (Files.size(file) > largestFile) {
            throw new UnreadableFile(
                    "it is larger than %d bytes, which is the most that is read (factory.refinement.largest-file)"
                            .formatted(largestFile));
        }
    }
}
