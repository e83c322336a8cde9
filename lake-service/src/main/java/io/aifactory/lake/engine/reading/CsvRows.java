package io.aifactory.lake.engine.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads a CSV file record by record: whatever is in it, each line is a row or is kept with what is wrong with it. */
final class CsvRows {

    private final CsvDialect dialect;
    private final List<String> headerAgain;
    private final RowFile rows;

    private CsvRows(CsvDialect dialect, RowFile rows) {
        this.dialect = dialect;
        this.headerAgain = dialect.headerAgain();
        this.rows = rows;
    }

    static Prepared.Rows read(
            Path file, CsvDialect dialect, Decimals decimals, boolean refusesOtherEncodings, Path target)
            throws IOException {
        try (var records = Records.ofCsv(file, dialect.delimiter(), dialect.quote(), refusesOtherEncodings);
                var rows = new RowFile(target, dialect.names())) {
            new CsvRows(dialect, rows).addAll(records);
            return rows.finish(decimals);
        }
    }

    private void addAll(Records records) throws IOException {
        for (int i = 0; i < dialect.recordsBeforeRows(); i++) {
            records.next();
        }
        for (var record = records.next(); record != null; record = records.next()) {
            add(record);
        }
    }

    private void add(Records.Record record) throws IOException {
        if (record.problem() != null) {
            rows.addBroken(record.line(), record.problem(), record.text());
            return;
        }
        List<String> values = CsvFields.split(record.text(), dialect.delimiter(), dialect.quote());
        int expected = dialect.columns().size();
        if (values.size() < expected || !isEmpty(values.subList(expected, values.size()))) {
            rows.addBroken(
                    record.line(),
                    "Expected Number of Columns: %d Found: %d".formatted(expected, values.size()),
                    record.text());
            return;
        }
        List<String> data = dialect.dataOf(values);
        if (data.equals(headerAgain)) {
            rows.addBroken(record.line(), RowFile.HEADER_AGAIN, record.text());
        } else {
            rows.addWhole(record.line(), data);
        }
    }

    /** Where nothing stands behind the last column, nothing is lost; programs end lines with a delimiter like that. */
    private static boolean isEmpty(List<String> more) {
        return more.stream().allMatch(String::isEmpty);
    }
}
