package io.aifactory.lake.engine.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a CSV file record by record: whatever is in it, each line is a row or is kept with what is wrong with it. */
final class CsvRows {

    private CsvRows() {}

    static Prepared.Rows read(
            Path file, CsvDialect dialect, Decimals decimals, boolean refusesOtherEncodings, Path target)
            throws IOException {
        try (var records = Records.ofCsv(file, dialect.delimiter(), dialect.quote(), refusesOtherEncodings);
                var rows = new RowFile(target, dialect.names())) {
            for (int i = 0; i < dialect.recordsBeforeRows(); i++) {
                records.next();
            }
            for (var record = records.next(); record != null; record = records.next()) {
                add(rows, record, dialect);
            }
            return rows.finish(decimals);
        }
    }

    private static void add(RowFile rows, Records.Record record, CsvDialect dialect) throws IOException {
        if (record.problem() != null) {
            rows.addBroken(record.line(), record.problem(), record.text());
            return;
        }
        List<String> values = CsvFields.split(record.text(), dialect.delimiter(), dialect.quote());
        int expected = dialect.columns().size();
        if (values.size() >= expected && isEmpty(values.subList(expected, values.size()))) {
            rows.addWhole(record.line(), data(values, dialect));
        } else {
            rows.addBroken(
                    record.line(),
                    "Expected Number of Columns: %d Found: %d".formatted(expected, values.size()),
                    record.text());
        }
    }

    /** Where nothing stands behind the last column, nothing is lost; programs end lines with a delimiter like that. */
    private static boolean isEmpty(List<String> more) {
        return more.stream().allMatch(String::isEmpty);
    }

    private static List<String> data(List<String> values, CsvDialect dialect) {
        var data = new ArrayList<String>();
        for (int i = 0; i < dialect.columns().size(); i++) {
            if (CsvDialect.isData(dialect.columns().get(i))) {
                data.add(values.get(i));
            }
        }
        return data;
    }
}
