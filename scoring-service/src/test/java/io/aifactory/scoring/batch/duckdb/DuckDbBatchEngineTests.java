package io.aifactory.scoring.batch.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.scoring.Neighbours;
import io.aifactory.scoring.SampleModels;
import io.aifactory.scoring.deployment.SampleLiveModels;
import io.aifactory.scoring.duckdb.SampleDuckDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbBatchEngineTests {

    @TempDir
    private Path folder;

    @Test
    void keepsAllColumnsAndTheOrderOfTheRows() {
        var scored = score(
                SampleModels.regression(1),
                "select 3 - i as key, case when i = 1 then null else 29.0 + i end as bmi, 'F' as sex, true as flag"
                        + " from range(3) t(i)");

        assertThat(scored).containsExactly("3|29.0|F|true|102.0", "2|null|F|true|102.0", "1|31.0|F|true|103.0");
    }

    @Test
    void saysOneProbabilityPerClass() {
        var scored = score(SampleModels.classification(1), "select 16 as radius");

        assertThat(scored)
                .singleElement()
                .asString()
                .startsWith("16|malignant|0.268")
                .contains("|0.731");
    }

    @Test
    void numbersOfAnyTypeAreNumbers() {
        var scored = score(
                SampleModels.regression(1),
                "select * from (values (31::tinyint, 'M')) t(bmi, sex) union all select 31.5::decimal(10,2), 'F'");

        assertThat(scored).extracting(row -> row.replaceFirst(".*\\|", "")).containsExactly("101.0", "103.0");
    }

    @Test
    void scoresMoreThanFitsIntoItsMemory() {
        var input = Neighbours.parquet(
                "select i as key, (i % 60)::double as bmi, 'M' as sex, md5(i::varchar) as a, md5((i+1)::varchar) as b"
                        + " from range(1000000) t(i)");
        var output = folder.resolve("large.parquet");

        long rows = new DuckDbBatchEngine(SampleDuckDb.with(64, folder))
                .score(input, SampleLiveModels.of(SampleModels.regression(1)), output);

        assertThat(rows).isEqualTo(1_000_000);
        assertThat(query(
                        "select count(*), sum(prediction)::bigint, min(key), bool_and(prediction = 100 + (bmi > 30)::int)"
                                + " from read_parquet('%s')".formatted(output)))
                .containsExactly("1000000|" + (100L * 1_000_000 + over30()) + "|0|true");
    }

    private static long over30() {
        long count = 0;
        for (int i = 0; i < 1_000_000; i++) {
            count += i % 60 > 30 ? 1 : 0;
        }
        return count;
    }

    private List<String> score(ModelArtifact artifact, String sql) {
        var output = folder.resolve("scored.parquet");
        new DuckDbBatchEngine(SampleDuckDb.with(256, folder))
                .score(Neighbours.parquet(sql), SampleLiveModels.of(artifact), output);
        assertThat(Files.exists(output)).isTrue();
        return query("select * from read_parquet('%s')".formatted(output));
    }

    private static List<String> query(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getObject(i)));
                }
                found.add(String.join("|", cells));
            }
            return found;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
