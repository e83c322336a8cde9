package io.aifactory.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gold data of the two demo data sets as Parquet files, split 60/20/20 by a hash of the key. Diabetes: Efron, Hastie,
 * Johnstone, Tibshirani 2004; breast cancer Wisconsin: Wolberg, Street, Mangasarian; both as scikit-learn ships them.
 */
public record GoldFiles(Path train, Path validate, Path test) {

    public static GoldFiles diabetes(Path folder) {
        return split(folder, "diabetes", "person_id");
    }

    public static GoldFiles breastCancer(Path folder) {
        return split(folder, "breast_cancer", "sample_id");
    }

    /** A Parquet file with what a SQL query gives. */
    public static Path query(Path file, String sql) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            Files.createDirectories(file.getParent());
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(sql, file));
            return file;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldFiles split(Path folder, String name, String key) {
        var csv = copy(folder, name);
        var part = "SELECT * FROM read_csv('%s') WHERE substr(md5(concat('1:', %s)), 1, 8) %s ORDER BY %s";
        var limits = List.of("< '99999999'", "BETWEEN '99999999' AND 'cccccccc'", "> 'cccccccc'");
        var files = List.of("train", "validate", "test");
        var made = IntStream.range(0, 3)
                .mapToObj(i -> query(
                        folder.resolve(name + "_" + files.get(i) + ".parquet"),
                        part.formatted(csv, key, limits.get(i), key)))
                .toList();
        return new GoldFiles(made.get(0), made.get(1), made.get(2));
    }

    private static Path copy(Path folder, String name) {
        var csv = folder.resolve(name + ".csv");
        try (var in = GoldFiles.class.getResourceAsStream("/data/" + name + ".csv")) {
            Files.createDirectories(folder);
            Files.copy(in, csv, StandardCopyOption.REPLACE_EXISTING);
            return csv;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
