package io.aifactory.spark;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/** Runs statements, one after the other, in one session. */
final class Statements {

    private final SparkSession spark;
    private final List<String> names = new ArrayList<>();

    Statements(SparkSession spark) {
        this.spark = spark;
    }

    Answer run(Request request) {
        return switch (request.act()) {
            case BEGIN -> begin();
            case DEFINE -> define(query(request), name(request));
            case KEEP -> define(query(request).persist(StorageLevel.MEMORY_AND_DISK()), name(request));
            case WRITE -> write(query(request), Objects.requireNonNull(request.folder(), "a folder"));
            case COLUMNS -> columns(query(request));
            case ROWS -> rows(query(request));
        };
    }

    private Answer begin() {
        names.forEach(spark.catalog()::dropTempView);
        names.clear();
        spark.catalog().clearCache();
        return Answer.DONE;
    }

    private Answer define(Dataset<Row> rows, String name) {
        rows.createOrReplaceTempView(name);
        names.add(name);
        return Answer.DONE;
    }

    private static Answer write(Dataset<Row> rows, String folder) {
        rows.write().mode(SaveMode.ErrorIfExists).parquet(folder);
        String[] parts = Objects.requireNonNull(new File(folder).list((of, name) -> name.startsWith("part-")), folder);
        return Answer.files(
                Arrays.stream(parts).sorted().map(part -> folder + "/" + part).toList());
    }

    private static Answer columns(Dataset<Row> rows) {
        return Answer.columns(Arrays.stream(rows.schema().fields())
                .map(field -> new Answer.Column(field.name(), field.dataType().sql()))
                .toList());
    }

    private static Answer rows(Dataset<Row> rows) {
        return Answer.rows(rows.collectAsList().stream().map(Statements::texts).toList());
    }

    private static List<@Nullable String> texts(Row row) {
        var texts = new ArrayList<@Nullable String>();
        for (int i = 0; i < row.size(); i++) {
            texts.add(row.isNullAt(i) ? null : String.valueOf(row.get(i)));
        }
        return texts;
    }

    private Dataset<Row> query(Request request) {
        return spark.sql(Objects.requireNonNull(request.query(), "a query"));
    }

    private static String name(Request request) {
        return Objects.requireNonNull(request.name(), "a name");
    }
}
