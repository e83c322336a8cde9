package io.aifactory.lake.engine.reading;

import io.aifactory.contracts.events.FileForm;
import io.aifactory.lake.engine.UnreadableFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a table of the rows of a sheet: the first that is not empty has the names, unless it was said that none has. */
final class SheetRows implements Closeable {

    private final @Nullable FileForm form;
    private final Path target;
    private @Nullable RowFile rows;
    private List<String> columns = List.of();
    private List<String> header = List.of();

    SheetRows(@Nullable FileForm form, Path target) {
        this.form = form;
        this.target = target;
    }

    void add(long number, List<String> cells) throws IOException {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (rows != null) {
            add(rows, number, cells);
            return;
        }
        HeaderColumns found = HeaderColumns.of(cells, form);
        columns = found.columns();
        RowFile opened = new RowFile(target, found.names());
        rows = opened;
        if (found.header()) {
            header = cells.size() > 1 ? cells : List.of();
        } else {
            add(opened, number, cells);
        }
    }

    private void add(RowFile file, long number, List<String> cells) throws IOException {
        if (cells.equals(header)) {
            file.addBroken(number, RowFile.HEADER_AGAIN, String.join(" | ", cells));
            return;
        }
        if (cells.size() > columns.size()) {
            file.addBroken(
                    number,
                    "Expected Number of Columns: %d Found: %d".formatted(columns.size(), cells.size()),
                    String.join(" | ", cells));
            return;
        }
        var values = new ArrayList<@Nullable String>();
        for (int i = 0; i < columns.size(); i++) {
            if (CsvDialect.isData(columns.get(i))) {
                values.add(i < cells.size() ? cells.get(i) : null);
            }
        }
        file.addWhole(number, values);
    }

    Prepared.Rows finish() throws IOException {
        if (rows == null) {
            throw new UnreadableFile("its sheet is empty");
        }
        return rows.finish(Decimals.besideNumbers(form));
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
    }
}
