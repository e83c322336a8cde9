package io.aifactory.lake.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aifactory.contracts.events.ColumnReference;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.ValueRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every refinement engine has to do, with data as people really have it. */
public abstract class RefinementEngineContract {

    private static final SilverRules NO_RULES = new SilverRules("id", Map.of(), 0.95);

    @TempDir
    Path folder;

    private final AtomicInteger files = new AtomicInteger();
    private final RefinementEngine engine = engine();
    private final TableReader reader = reader();

    /** Returns the engine under test. */
    protected abstract RefinementEngine engine();

    /** Returns what reads files for it. */
    protected abstract TableReader reader();

    /** Returns all rows of a Parquet file as text, in order. */
    protected abstract List<List<String>> rows(Path parquet);

    @Test
    void keepsLinesThatDoNotFitWithLineNumberAndContent() throws IOException {
        Refined refined = refine(NO_RULES, "id,age\n1,10\n2\n3,30\n4,40,x\n5,50\n6,abc\n");

        assertThat(refined.rows()).extracting(row -> row.get(0)).containsExactly("1", "3", "5", "6");
        assertThat(refined.bad())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("a.csv,3,")
                                .contains("Found: 1")
                                .endsWith(",2"),
                        line -> assertThat(line)
                                .contains("a.csv,5,")
                                .contains("Found: 3")
                                .endsWith("\"4,40,x\""));
    }

    @Test
    void numbersRowsByTheirLine() throws IOException {
        var rules = new SilverRules("id", Map.of("age", check(ColumnType.INTEGER)), 0.95);

        Refined refined = refine(rules, "id,age\n1\n1\n2,x\n3,30\n4\n5,y\n6\n");

        assertThat(refined.bad()).extracting(line -> line.split(",")[1]).containsExactly("2", "3", "4", "6", "7", "8");
    }

    @Test
    void infersTypesFromNearlyAllValuesAndTurnsAwayTheRest() throws IOException {
        String rows = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> "%d,%d.5,00%d,2026-01-01,%s,%s".formatted(i, i, i, i % 2 == 0, i == 7 ? "many" : i))
                .collect(Collectors.joining("\n"));

        Refined refined = refine(NO_RULES, "id,weight,code,day,smoker,visits\n" + rows + "\n");

        assertThat(refined.types()).containsExactly("BIGINT", "DOUBLE", "VARCHAR", "DATE", "BOOLEAN", "BIGINT");
        assertThat(refined.rows()).hasSize(99);
        assertThat(refined.bad()).singleElement().asString().contains("visits 'many' is no integer");
    }

    @Test
    void refinesATableOfAHundredColumns() throws IOException {
        String header = IntStream.range(0, 99).mapToObj(i -> "measure_" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 99).mapToObj(i -> i + ".25").collect(Collectors.joining(","));
        String spoilt = row.replace("7.25,8.25", "7.25,none at all");
        String good =
                IntStream.range(0, 200).mapToObj(id -> id + "," + row + "\n").collect(Collectors.joining());

        Refined refined = refine(NO_RULES, "id," + header + "\n" + good + "900," + spoilt + "\n");

        assertThat(refined.rows()).hasSize(200);
        assertThat(refined.columns()).hasSize(100);
    }

    @Test
    void turnsAwayRowsThatBreakARuleWithEveryReason() throws IOException {
        var rules = new SilverRules(
                "id",
                Map.of(
                        "age", new ColumnCheck(ColumnType.INTEGER, true, 0.0, 120.0),
                        "name", new ColumnCheck(ColumnType.STRING, true, null, null),
                        "born", check(ColumnType.DATE)),
                0.95);

        Refined refined = refine(
                rules,
                "id,age,name,born\n1,33,Bo,1990-02-28\n2,-4, ,1990-02-30\n3,130,Al,\n,5,Di,\n5,12.0,Ed,NA\n6,1.5,Fy,\n");

        assertThat(refined.rows())
                .containsExactly(List.of("1", "33", "Bo", "1990-02-28"), Arrays.asList("5", "12", "Ed", null));
        assertThat(refined.bad())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("age -4 is below 0.0")
                                .contains("name is missing")
                                .contains("born '1990-02-30' is no date"),
                        line -> assertThat(line).contains("age 130 is above 120.0"),
                        line -> assertThat(line).contains("id is missing, which tells rows apart"),
                        line -> assertThat(line).contains("age '1.5' is no integer"));
    }

    @Test
    void turnsAwayRepeatedRowsAndKeysWithinAFile() throws IOException {
        Refined refined = refine(NO_RULES, "id,age\n1,10\n2,20\n1,10\n2,21\n3,30\n");

        assertThat(refined.rows()).containsExactly(List.of("1", "10"), List.of("2", "20"), List.of("3", "30"));
        assertThat(refined.bad())
                .satisfiesExactly(line -> assertThat(line).contains("it repeats row 2"), line -> assertThat(line)
                        .contains("id 2 is already in row 3"));
    }

    @Test
    void badRowDoesNotTakeTheKeyFromAGoodOne() throws IOException {
        var rules = new SilverRules("id", Map.of("age", check(ColumnType.INTEGER)), 0.95);

        Refined refined = refine(rules, "id,age\n1,x\n1,10\n");

        assertThat(refined.rows()).containsExactly(List.of("1", "10"));
        assertThat(refined.bad()).singleElement().asString().contains("age 'x' is no integer");
    }

    @Test
    void newestFileWinsAndColumnsMayChangePlaces() throws IOException {
        Refined refined = refine(NO_RULES, "id,age\n1,10\n2,20\n", "age,id\n21,2\n30,3\n");

        assertThat(refined.rows()).containsExactly(List.of("1", "10"), List.of("2", "21"), List.of("3", "30"));
        assertThat(refined.bad()).isEmpty();
    }

    @Test
    void readsNumbersOnlyWhereTheyAreFinite() throws IOException {
        var rules = new SilverRules("id", Map.of("x", check(ColumnType.DOUBLE)), 0.95);

        Refined refined = refine(rules, "id,x\n1,1e3\n2,NaN\n3,1e400\n4,inf\n5,.5\n6,\"1,5\"\n7,0x10\n");

        assertThat(refined.rows())
                .containsExactly(List.of("1", "1000.0"), Arrays.asList("2", null), List.of("5", "0.5"));
        assertThat(refined.bad()).hasSize(4);
    }

    @Test
    void keepsHostileTextAsText() throws IOException {
        String hostile = "'; DROP TABLE staged; -- \"\" ../../etc/passwd";

        Refined refined = refine(NO_RULES, "id,\"na'me\"\n1,\"" + hostile + "\"\n");

        assertThat(refined.rows()).containsExactly(List.of("1", hostile.replace("\"\"", "\"")));
    }

    @Test
    void readsParquetAsItReadsCsv() throws IOException {
        Refined first = refine(NO_RULES, "id,weight,day\n1,1.5,2026-01-01\n2,,2026-01-02\n");
        InputFile again = new InputFile("b.parquet", 1, first.silver());
        Path parquet = Files.move(first.silver(), folder.resolve("again.parquet"));

        Refined second = refine(NO_RULES, Map.of(), List.of(new InputFile(again.name(), 1, parquet)));

        assertThat(second.outcome().silver().fingerprint())
                .isEqualTo(first.outcome().silver().fingerprint());
    }

    @Test
    void fingerprintTellsContentNotOrder() throws IOException {
        String fingerprint = refine(NO_RULES, "id,age\n1,10\n2,20\n").fingerprint();

        assertThat(refine(NO_RULES, "id,age\n2,20\n1,10\n").fingerprint()).isEqualTo(fingerprint);
        assertThat(refine(NO_RULES, "id,age\n1,20\n2,10\n").fingerprint()).isNotEqualTo(fingerprint);
        assertThat(refine(NO_RULES, "id,years\n1,10\n2,20\n").fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    void profilesColumns() throws IOException {
        TableProfile profile =
                refine(NO_RULES, "id,age,name\n1,10,b\n2,30,\n3,,a\n").outcome().silver();

        assertThat(profile.rows()).isEqualTo(3);
        assertThat(profile.columns())
                .extracting(ColumnProfile::name, ColumnProfile::nulls, ColumnProfile::min, ColumnProfile::mean)
                .containsExactly(tuple("id", 0L, "1", 2.0), tuple("age", 1L, "10", 20.0), tuple("name", 1L, "a", null));
    }

    @Test
    void queryOfATeamMakesTheRowsThatAreThenChecked() {
        String sql = """
                WITH own AS (SELECT * FROM bronze WHERE name <> 'test')
                SELECT _file, _file_number, _row, id, CAST(age AS INTEGER) + 1 AS "Age next", upper(name) AS name FROM own;
                """;
        var rules = new SilverRules(sql, "id", Map.of("age_next", new ColumnCheck(null, true, null, 100.0)), 0.95);

        Refined refined = refine(rules, "id,age,name\n1,10,a\n2,120,b\n3,30,test\n4,40\n", "id,age,name\n1,11,c\n");

        assertThat(refined.columns()).containsExactly("id", "age_next", "name");
        assertThat(refined.types()).containsExactly("VARCHAR", "BIGINT", "VARCHAR");
        assertThat(refined.rows()).containsExactly(List.of("1", "12", "C"));
        assertThat(refined.bad())
                .satisfiesExactly(
                        line -> assertThat(line).contains("a.csv,3,age_next 121 is above 100.0"),
                        line -> assertThat(line).contains("a.csv,5,").contains("4,40"));
    }

    @Test
    void queryThatKeepsNoProvenanceIsToldByTheRowsOfItsResult() {
        var rules = new SilverRules(
                "SELECT id, max(CAST(age AS DOUBLE)) AS oldest FROM bronze GROUP BY id ORDER BY id",
                "id",
                Map.of(),
                0.95);

        Refined refined = refine(rules, "id,age\n1,10\n2,20\n2,25\n");

        assertThat(refined.rows()).containsExactly(List.of("1", "10.0"), List.of("2", "25.0"));
        assertThat(refine(
                                new SilverRules("SELECT age AS id FROM bronze ORDER BY 1", "id", Map.of(), 0.95),
                                "id,age\n1,10\n2,10\n")
                        .bad())
                .singleElement()
                .asString()
                .startsWith("result of the query,2,it repeats row 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "SELECT * FROM bronze b, '/etc/passwd' ! there is no table '/etc/passwd' here; there is bronze",
                "SELECT * FROM read_csv('/etc/passwd') ! read_csv() may not be used here",
                "SELECT * FROM query('SELECT 1') ! query() may not be used here",
                "SELECT id FROM bronze; DROP TABLE bronze ! nothing else may run here",
                "SELECT id FROM bronze; SELECT 1 ! it has 2 statements",
                "COPY bronze TO '/tmp/x' ! it is no SELECT",
                "SELECT id, random() AS r FROM bronze ! the same data has to give the same rows every time",
                "SELECT id, current_date AS today FROM bronze ! the same data has to give the same rows every time",
                "SELECT current_setting('memory_limit') AS id ! a query knows its tables and nothing else",
                "SELECT * FROM main.bronze ! there is no 'main' here; tables are called by their name alone",
                "SELECT * FROM information_schema.tables ! there is no 'information_schema' here",
                "DESCRIBE bronze ! only rows can be selected",
                "SELECT id FROM ! syntax error",
                "SELECT nothing FROM bronze ! nothing",
                "SELECT id, CAST(age AS INTEGER) AS a FROM bronze ! Could not convert string 'x'",
                "SELECT id, [age] AS list FROM bronze ! column list is a VARCHAR[]",
                "SELECT id, sum(1) OVER () AS n FROM bronze ! cast it to BIGINT",
                "SELECT id, age, age AS \"age %\" FROM bronze ! have the same name"
            })
    void refusesQueries(String sql, String reason) {
        var rules = new SilverRules(sql, "id", Map.of(), 0.95);

        assertThatThrownBy(() -> refine(rules, "id,age\n1,x\n"))
                .isInstanceOf(InvalidSql.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesATableWithoutTheKeyHoweverItIsMade() {
        var query = new SilverRules("SELECT age FROM bronze", "id", Map.of(), 0.95);

        assertThatThrownBy(() -> refine(query, "id,age\n1,x\n"))
                .isInstanceOf(TableRefused.class)
                .hasMessage("it has no column id, which tells rows apart");
        assertThatThrownBy(() -> refine(NO_RULES, "name,age\n1,x\n"))
                .isInstanceOf(TableRefused.class)
                .hasMessage("it has no column id, which tells rows apart");
    }

    @Test
    void columnsOfAQueryMayBeCalledLikeFunctions() {
        var rules = new SilverRules("SELECT id, version, b.user FROM bronze b", "id", Map.of(), 0.95);

        assertThat(refine(rules, "id,version,user\n1,2,x\n").rows()).containsExactly(List.of("1", "2", "x"));
    }

    @Test
    void turnsAwayRowsWhoseValuesAreNotAllowed() {
        Path countries =
                refine(keyed("code"), "code,name\n46,Sweden\n47,Norway\n").silver();
        var rules = new SilverRules(
                "id",
                Map.of(
                        "sex", values(new ValueRule(false, List.of("f", "m"), null, null)),
                        "tag", values(new ValueRule(false, List.of(), "[A-Z]{2}[0-9]+", null)),
                        "mail", values(new ValueRule(true, List.of(), null, null)),
                        "country",
                                values(new ValueRule(
                                        false,
                                        List.of(),
                                        null,
                                        new ColumnReference(new DatasetName("ds02_countries"), "Code")))),
                0.95);

        Refined refined = refine(
                rules,
                Map.of("ds02_countries", countries),
                "id,sex,tag,mail,country\n1,f,AB1,a@x,46\n2,x,AB2,b@x,47\n3,m,ab3,c@x,46\n4,m,,a@x,46\n5,,,,\n6,m,AB6,d@x,48\n");

        assertThat(refined.rows()).extracting(row -> row.get(0)).containsExactly("1", "5");
        assertThat(refined.bad())
                .satisfiesExactly(
                        line -> assertThat(line).contains("sex 'x' is none of f, m"),
                        line -> assertThat(line).contains("tag 'ab3' does not match [A-Z]{2}[0-9]+"),
                        line -> assertThat(line).contains("mail 'a@x' is already in row 2"),
                        line -> assertThat(line).contains("country '48' is not in Code of ds02_countries"));
    }

    @Test
    void refusesRulesThatCanNotBeApplied() {
        var pattern = new SilverRules("id", Map.of("a", values(new ValueRule(false, List.of(), "([", null))), 0.95);
        var reference = new SilverRules(
                "id",
                Map.of(
                        "a",
                        values(new ValueRule(
                                false, List.of(), null, new ColumnReference(new DatasetName("ds02_b"), "c")))),
                0.95);

        assertThatThrownBy(() -> refine(pattern, "id,a\n1,2\n"))
                .hasMessageContaining("the pattern of column a can't be read");
        assertThatThrownBy(() -> refine(reference, "id,a\n1,2\n"))
                .hasMessageContaining("refers to c of ds02_b, which is not there");
    }

    @Test
    void badRowsHoldNothingThatASpreadsheetWouldRun() {
        var rules = new SilverRules("id", Map.of("age", check(ColumnType.INTEGER)), 0.95);

        Refined refined = refine(rules, "id,age\n1,=cmd|'/c calc'!A0\n2,@SUM(A1)\n3,-1.5\n4,-1+1\n");

        assertThat(refined.bad())
                .satisfiesExactly(
                        line -> assertThat(line).contains(",'=cmd"),
                        line -> assertThat(line).contains(",'@SUM"),
                        line -> assertThat(line).contains(",-1.5,"),
                        line -> assertThat(line).contains(",'-1+1"));
    }

    @Test
    void queryOfATeamMergesTables() {
        Path people = refine(NO_RULES, "id,age,y\n1,10,0\n2,20,1\n3,30,\n").silver();
        Path visits = refine(keyed("visit"), "visit,id\n7,1\n8,1\n9,2\n").silver();
        Path gold = target();

        TableProfile profile = engine.merge(merging(people, visits, """
                        SELECT p.id, p.age, count(v.visit) AS visits, p.y
                        FROM ds01_people p LEFT JOIN ds02_visits v ON v.id = p.id GROUP BY ALL"""), gold);

        assertThat(profile.columns()).extracting(ColumnProfile::name).containsExactly("id", "age", "visits", "y");
        assertThat(rows(gold)).containsExactly(List.of("1", "10", "2", "0"), List.of("2", "20", "1", "1"));
        assertThatThrownBy(() -> engine.merge(merging(people, visits, "SELECT id, 1 AS y FROM ds02_visits"), target()))
                .isInstanceOf(InvalidSql.class)
                .hasMessageContaining("id '1' in 2 rows; it has to tell rows apart");
        assertThatThrownBy(() -> engine.merge(merging(people, visits, "SELECT id FROM ds02_visits"), target()))
                .hasMessageContaining("no column y");
    }

    private static MergePlan merging(Path people, Path visits, String sql) {
        return new MergePlan(
                List.of(
                        new MergePlan.Source("ds01_people", "ds01", people, List.of("id", "age", "y")),
                        new MergePlan.Source("ds02_visits", "ds02", visits, List.of("visit", "id"))),
                sql,
                "id",
                "y",
                null);
    }

    @Test
    void numbersWithoutEndDoNotSpoilTheStatistics() {
        Path people = refine(NO_RULES, "id,age,y\n1,10,0\n2,20,1\n3,30,2\n").silver();
        Path visits = refine(keyed("visit"), "visit,id\n7,1\n").silver();

        TableProfile profile = engine.merge(merging(people, visits, """
                        SELECT id, age / (id - 1) AS rate, CASE WHEN id = 1 THEN 1e300 ELSE CAST(-1e200 AS DOUBLE) END AS large, y
                        FROM ds01_people"""), target());

        assertThat(profile.columns())
                .extracting(ColumnProfile::name, ColumnProfile::max, ColumnProfile::mean)
                .contains(tuple("rate", "inf", 17.5), tuple("large", "1e+300", null));
    }

    @Test
    void whatIsNoNumberIsWrittenAlikeHoweverItCameAbout() {
        Path people = refine(NO_RULES, "id,age,y\n1,10,0\n2,20,1\n").silver();
        Path visits = refine(keyed("visit"), "visit,id\n7,1\n").silver();
        String given = "SELECT id, CAST('nan' AS DOUBLE) AS x, y FROM ds01_people";
        String computed = "SELECT id, CAST('inf' AS DOUBLE) - CAST('inf' AS DOUBLE) AS x, y FROM ds01_people";

        assertThat(engine.merge(merging(people, visits, computed), target()).fingerprint())
                .isEqualTo(
                        engine.merge(merging(people, visits, given), target()).fingerprint());
    }

    @Test
    void tellsWhatATableIsLikeThatSomebodyElseMade() throws IOException {
        Refined refined = refine(NO_RULES, table(200));
        Path broken = Files.write(target(), Arrays.copyOf(Files.readAllBytes(refined.silver()), 500));

        assertThat(engine.profile(refined.silver())).isEqualTo(refined.outcome().silver());
        assertThatThrownBy(() -> engine.profile(broken)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void mergesRowsThatEveryTableHasAndKeepsColumnsApart() throws IOException {
        Path people =
                refine(NO_RULES, "id,age,y\n3,30,1\n1,10,0\n2,20,\n9,90,1\n").silver();
        Path blood = refine(NO_RULES, "age,id\n7,1\n8,2\n9,3\n").silver();
        Path gold = target();

        TableProfile profile = engine.merge(
                new MergePlan(
                        List.of(
                                new MergePlan.Source("ds01_a", "ds01", people, List.of("id", "age", "y")),
                                new MergePlan.Source("ds02_b", "ds02", blood, List.of("age", "id"))),
                        null,
                        "id",
                        "y",
                        null),
                gold);

        assertThat(profile.columns()).extracting(ColumnProfile::name).containsExactly("id", "age", "y", "age_ds02");
        assertThat(rows(gold)).containsExactly(List.of("1", "10", "0", "7"), List.of("3", "30", "1", "9"));
    }

    @Test
    void mergesWithoutTheDroppedColumnAndAcrossKeyTypes() throws IOException {
        Path numbers = refine(NO_RULES, "id,y\n1,5\n2,6\n").silver();
        Path texts = refine(new SilverRules("id", Map.of("id", check(ColumnType.STRING)), 0.95), "id,x\n1,7\n2,8\n")
                .silver();
        Path gold = target();

        engine.merge(
                new MergePlan(
                        List.of(
                                new MergePlan.Source("ds01_a", "ds01", numbers, List.of("id", "y")),
                                new MergePlan.Source("ds02_b", "ds02", texts, List.of("id", "x"))),
                        null,
                        "id",
                        null,
                        "y"),
                gold);

        assertThat(rows(gold)).containsExactly(List.of("1", "7"), List.of("2", "8"));
    }

    @Test
    void splitsExactlyAndTheSameWayInWhateverOrder() throws IOException {
        List<List<List<String>>> once = split(refine(NO_RULES, table(442)).silver(), null, "0.6", "0.2", "0.2");
        String turned = "id,y\n" + reversedLines(table(442));

        List<List<List<String>>> again = split(refine(NO_RULES, turned).silver(), null, "0.6", "0.2", "0.2");

        assertThat(once).extracting(List::size).containsExactly(265, 89, 88);
        assertThat(again)
                .map(HashSet::new)
                .isEqualTo(once.stream().map(HashSet::new).toList());
        assertThat(once.stream().flatMap(List::stream).distinct()).hasSize(442);
    }

    @Test
    void splitsSharesThatAreNoTenths() throws IOException {
        assertThat(split(refine(NO_RULES, table(1000)).silver(), null, "0.85", "0.075", "0.075"))
                .extracting(List::size)
                .containsExactly(850, 75, 75);
    }

    @Test
    void stratifiedSplitHasEveryClassInEqualShares() throws IOException {
        var parts = split(refine(NO_RULES, table(1000)).silver(), "y", "0.6", "0.2", "0.2");

        assertThat(parts).extracting(List::size).containsExactly(600, 200, 200);
        assertThat(parts)
                .extracting(part ->
                        part.stream().filter(row -> row.get(1).equals("1")).count())
                .satisfiesExactly(
                        ones -> assertThat(ones).isBetween(200L - 2, 200L + 2),
                        ones -> assertThat(ones).isBetween(66L - 2, 67L + 2),
                        ones -> assertThat(ones).isBetween(66L - 2, 67L + 2));
    }

    @Test
    void stratifiedSplitOfTinyClassesHasEveryRowInExactlyOnePart() {
        String table = "id,y\n1,a\n2,a\n3,b\n4,c\n5,d\n6,d\n7,d\n8,e\n";

        var parts = split(refine(NO_RULES, table).silver(), "y", "0.6", "0.2", "0.2");

        assertThat(parts.stream().flatMap(List::stream).map(row -> row.get(0)))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(parts).extracting(List::size).containsExactly(5, 1, 2);
    }

    @Test
    void refusesToSplitWhatTheKeyDoesNotTellApart() {
        Path table = refine(NO_RULES, "id,y\n1,a\n2,a\n3,a\n4,a\n").silver();
        var half = new BigDecimal("0.5");
        var plan = new SplitPlan(
                "y", 42, null, null, List.of(new SplitPlan.Part(half, target()), new SplitPlan.Part(half, target())));

        assertThatThrownBy(() -> engine.split(table, plan)).hasMessageContaining("does y tell its rows apart?");
    }

    @Test
    void groupStaysTogetherAndPartsAreAsNearToTheirSharesAsGroupsAllow() {
        String table = "id,family,y\n"
                + IntStream.rangeClosed(1, 600)
                        .mapToObj(i -> "%d,%s,%d".formatted(i, i % 7 == 0 ? "" : "f" + i / 5, i % 3))
                        .collect(Collectors.joining("\n"))
                + "\n";
        Path silver = refine(NO_RULES, table).silver();

        var parts = splitGroups(silver, null, "0.6", "0.2", "0.2");
        var again = splitGroups(silver, null, "0.6", "0.2", "0.2");
        var stratified = splitGroups(silver, "y", "0.6", "0.2", "0.2");

        assertThat(again).isEqualTo(parts);
        for (var split : List.of(parts, stratified)) {
            assertThat(split.stream()
                            .flatMap(List::stream)
                            .map(row -> row.get(0))
                            .distinct())
                    .hasSize(600);
            assertThat(split.get(0)).hasSizeBetween(360 - 9, 360 + 9);
            assertThat(split.get(1)).hasSizeBetween(120 - 9, 120 + 9);
            assertThat(split.stream()
                            .map(part -> part.stream()
                                    .map(row -> row.get(1))
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.toSet()))
                            .mapToInt(Set::size)
                            .sum())
                    .isEqualTo(121);
        }
    }

    @Test
    void columnsMayBeCalledLikeAnythingTheEngineUsesItself() {
        List<String> names = List.of(
                "id",
                "reason",
                "line",
                "error",
                "content",
                "whole_before",
                "broken_before",
                "found",
                "checked",
                "judged",
                "lines",
                "broken",
                "staged",
                "ranked",
                "cuts",
                "t",
                "ds01",
                "ds02",
                "file",
                "row",
                "filename",
                "rows");
        String values = names.stream().skip(1).map(name -> ",7").collect(Collectors.joining());
        var rules = new SilverRules("id", Map.of("reason", check(ColumnType.INTEGER)), 0.5);

        Refined refined = refine(
                rules,
                "%s\n1%s\n2,x\n3%s\n4%s\n"
                        .formatted(String.join(",", names), values, values.replace("7", "x"), values));
        Path gold = target();
        engine.merge(
                new MergePlan(
                        List.of(
                                new MergePlan.Source("ds01_a", "ds01", refined.silver(), names),
                                new MergePlan.Source("ds02_b", "ds02", refined.silver(), names)),
                        null,
                        "id",
                        "reason",
                        null),
                gold);

        assertThat(refined.columns()).isEqualTo(names);
        assertThat(refined.rows()).extracting(row -> row.get(0)).containsExactly("1", "4");
        assertThat(refined.bad()).hasSize(2).last().asString().contains(",4,reason 'x' is no integer; line 'x'");
        assertThat(split(gold, "reason", "0.5", "0.5")).extracting(List::size).containsExactly(1, 1);
    }

    @Test
    void badRowsAreToldFromOthersThoughSilverIsTheSame() {
        var rules = new SilverRules("id", Map.of("age", check(ColumnType.INTEGER)), 0.95);
        String good = "id,age\n1,10\n2,20\n3,30\n";
        Refined first = refine(rules, good);

        assertThat(List.of(
                        refine(rules, good, "id,age\n8,x\n1,10\n"),
                        refine(rules, good, "id,age\n1,10\n9,x\n"),
                        refine(rules, good, "id,age\n1,10\n1,10\n"),
                        first))
                .allSatisfy(refined -> assertThat(refined.fingerprint()).isEqualTo(first.fingerprint()))
                .extracting(refined -> refined.outcome().fingerprint())
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo(first.fingerprint());
        assertThat(refine(rules, good, "id,age\n8,x\n1,10\n").outcome())
                .isEqualTo(refine(rules, good, "id,age\n8,x\n1,10\n").outcome());
    }

    @Test
    void showsTheFirstRowsInTheirOrderAsTextAndCutsWhatIsLong() {
        TableProfile silver = refine(
                        NO_RULES, "id,on,note\n7,2026-11-20,\n3,2026-11-21,%s\n".formatted("å".repeat(101)))
                .outcome()
                .silver();

        assertThat(silver.sample())
                .containsExactly(
                        Arrays.asList("7", "2026-11-20", null), List.of("3", "2026-11-21", "å".repeat(99) + "…"));
        assertThat(refine(NO_RULES, table(100)).outcome().silver().sample()).hasSize(TableProfile.SAMPLE_ROWS);
    }

    /** A table of two columns whose classes 0, 1 and 2 are a third each. */
    private static String table(int rows) {
        return "id,y\n"
                + IntStream.rangeClosed(1, rows).mapToObj(i -> i + "," + i % 3).collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String reversedLines(String table) {
        var lines = new ArrayList<>(table.lines().skip(1).toList());
        Collections.reverse(lines);
        return String.join("\n", lines) + "\n";
    }

    private List<List<List<String>>> split(Path table, String stratifyBy, String... shares) {
        List<SplitPlan.Part> parts = Arrays.stream(shares)
                .map(share -> new SplitPlan.Part(new BigDecimal(share), target()))
                .toList();
        engine.split(table, new SplitPlan("id", 42, stratifyBy, null, parts));
        return parts.stream().map(part -> rows(part.target())).toList();
    }

    private List<List<List<String>>> splitGroups(Path table, String stratifyBy, String... shares) {
        List<SplitPlan.Part> parts = Arrays.stream(shares)
                .map(share -> new SplitPlan.Part(new BigDecimal(share), target()))
                .toList();
        engine.split(table, new SplitPlan("id", 42, stratifyBy, "family", parts));
        return parts.stream().map(part -> rows(part.target())).toList();
    }

    private static ColumnCheck check(ColumnType type) {
        return new ColumnCheck(type, false, null, null);
    }

    private record Refined(SilverOutcome outcome, Path silver, List<List<String>> rows, List<String> bad) {

        List<String> columns() {
            return outcome.silver().columns().stream().map(ColumnProfile::name).toList();
        }

        List<String> types() {
            return outcome.silver().columns().stream().map(ColumnProfile::type).toList();
        }

        String fingerprint() {
            return outcome.silver().fingerprint();
        }
    }

    private static SilverRules keyed(String key) {
        return new SilverRules(key, Map.of(), 0.95);
    }

    private static ColumnCheck values(ValueRule rule) {
        return new ColumnCheck(null, false, null, null, rule);
    }

    private Refined refine(SilverRules rules, String... contents) {
        return refine(rules, Map.of(), contents);
    }

    private Refined refine(SilverRules rules, Map<String, Path> others, String... contents) {
        var inputs = new ArrayList<InputFile>();
        for (String content : contents) {
            inputs.add(new InputFile("a.csv", inputs.size() + 1, csv(content).local()));
        }
        try {
            return refine(rules, others, inputs);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Refined refine(SilverRules rules, Map<String, Path> others, List<InputFile> inputs) throws IOException {
        List<Path> staged = inputs.stream()
                .map(input -> {
                    Path target = target();
                    reader.read(input, null, target);
                    return target;
                })
                .toList();
        Path bronze = target();
        engine.bronze(staged, bronze);
        Path silver = target();
        Path bad = folder.resolve(files.incrementAndGet() + ".csv");
        SilverOutcome outcome = engine.silver(bronze, rules, others, silver, bad);
        List<String> badLines = Files.readAllLines(bad).stream().skip(1).toList();
        assertThat(outcome.badRows()).isEqualTo(badLines.size());
        return new Refined(outcome, silver, rows(silver), badLines);
    }

    private Path target() {
        return folder.resolve(files.incrementAndGet() + ".parquet");
    }

    private InputFile csv(String content) {
        try {
            return file("a.csv", content.getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private InputFile file(String name, byte[] content) throws IOException {
        Path local = Files.write(folder.resolve(files.incrementAndGet() + "-" + name), content);
        return new InputFile(name, 1, local);
    }
}
