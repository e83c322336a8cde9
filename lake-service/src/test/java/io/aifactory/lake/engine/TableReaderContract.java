package io.aifactory.lake.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import io.aifactory.contracts.events.FileForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What everything that reads files has to do, with files as people really write them, and as people who mean harm do. */
public abstract class TableReaderContract {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @TempDir
    Path folder;

    private final AtomicInteger files = new AtomicInteger();
    private final TableReader reader = reader();

    /** Returns the reader under test. It reads files of up to 48 MB. */
    protected abstract TableReader reader();

    /** Returns the rows of a query as text. */
    protected abstract List<List<String>> query(String sql);

    /** Writes the rows of a query to a Parquet file. */
    protected abstract void write(String query, Path parquet);

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void readsEveryUsualDelimiter(String delimiter) {
        Table table = csv("id,age,name\n1,2,x\n".replace(",", delimiter));

        assertThat(table.columns()).containsExactly("id", "age", "name");
        assertThat(table.rows()).containsExactly(List.of("1", "2", "x"));
    }

    @Test
    void delimiterIsWhatMostLinesAgreeOn() {
        assertThat(csv("weight, kg;height, cm\n70,5;180\n71,0;181\n").columns())
                .containsExactly("weight_kg", "height_cm");
    }

    @Test
    void readsDialectsThatWereSaid() {
        FileForm form = form("^", "~", null, null, null, List.of());

        assertThat(csv("id^note\n1^~a^b~\n2^~c ~~d~~~\n", form).rows())
                .containsExactly(List.of("1", "a^b"), List.of("2", "c ~d~"));
        assertThat(csv("id,note\n1,\"a\n2,b\"\n", form(null, "", null, null, null, List.of()))
                        .rows())
                .containsExactly(List.of("1", "\"a"), List.of("2", "b\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=^\n", "\uFEFFSEP=^\r\n", "\"sep=^\"\n"})
    void firstLineMaySayTheDelimiterAsSpreadsheetsDo(String hint) {
        String end = hint.endsWith("\r\n") ? "\r\n" : "\n";
        Table simple = csv(hint + "id^a,b%s1^x,y;%s2^z%s".formatted(end, end, end));
        Table other = csv(hint + "id^a\n\n1^\"x\ny\"\n2\n");
        Table bare = csv(hint + "1^2%s".formatted(end), form(null, null, null, null, false, List.of()));
        Table said = csv(hint + "id|a\n1|x\n", form("|", null, null, null, null, List.of()));

        assertThat(simple.columns()).containsExactly("id", "a_b");
        assertThat(simple.rows()).containsExactly(List.of("1", "x,y;"), List.of("2", "z"));
        assertThat(simple.numbers()).containsExactly("3", "4");
        assertThat(other.rows().get(0)).containsExactly("1", "x\ny");
        assertThat(other.numbers()).containsExactly("4", "6");
        assertThat(other.errors()).containsExactly(null, "Expected Number of Columns: 2 Found: 1");
        assertThat(bare.rows()).containsExactly(List.of("1", "2"));
        assertThat(bare.numbers()).containsExactly("2");
        assertThat(said.rows()).containsExactly(List.of("1", "x"));
    }

    @Test
    void tabIsTheDelimiterWhereTheNameSaysSo() {
        String lines = "id\ta,b,c\n1\tx,y,z\n";

        assertThat(table("a.tsv", lines, null).rows()).containsExactly(List.of("1", "x,y,z"));
        assertThat(table("a.tsv", "id,a\n1,x\n", null).rows()).containsExactly(List.of("1", "x"));
    }

    @Test
    void refusesPagesThatWereDownloadedInsteadOfData() {
        for (String page : List.of("<!DOCTYPE html>\n<html>\n", "\n <html><body>\n", "<?xml version='1.0'?>\n<a>\n")) {
            assertRefused("a.csv", page.getBytes(UTF_8), null, "it is a web page or XML, not CSV");
        }
        assertThat(csv("<id>,a\n1,x\n").columns()).containsExactly("id", "a");
    }

    @Test
    void delimiterInTheFirstLineIsNoRow() {
        assertRefused("a.csv", "sep=;\n".getBytes(UTF_8), null, "it has no header");
        assertRefused("a.csv", "sep=;\nid;a\n".getBytes(UTF_8), null, "it has a header but no rows");
        assertThat(csv("sep=xy\n1\n").columns()).containsExactly("sep_xy");
    }

    @Test
    void readsSingleQuotesWhereTheHeaderHasThem() {
        assertThat(csv("'id','note'\n'1','it''s, so'\n").rows()).containsExactly(List.of("1", "it's, so"));
    }

    @Test
    void readsByteOrderMarkWindowsLinesQuotesAndLineBreaksInValues() {
        Table table = csv("\uFEFFid,\"Note, long\"\r\n1,\"a \"\"b\"\"\"\r\n\r\n2,\"two\r\nlines\"\r\n3,x\r\n");

        assertThat(table.columns()).containsExactly("id", "note_long");
        assertThat(table.rows())
                .containsExactly(List.of("1", "a \"b\""), List.of("2", "two\r\nlines"), List.of("3", "x"));
        assertThat(table.numbers()).containsExactly("2", "4", "6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void readsFilesThatWereJoined(String end) {
        Table table = csv("\uFEFFid, a\n1,x\n\uFEFFid, a\n\uFEFF2,y\nid,z\n3,\uFEFF\n" + end);

        assertThat(table.rows().get(0)).containsExactly("1", "x");
        assertThat(table.rows().subList(2, 5))
                .containsExactly(List.of("2", "y"), List.of("id", "z"), List.of("3", "\uFEFF"));
        assertThat(table.errors()).containsExactly(null, "it repeats the header", null, null, null);
        assertThat(table.lines().get(1)).isEqualTo("id, a");
        assertThat(table.numbers()).containsExactly("2", "3", "4", "5", "6");
        assertThat(csv("word\nword\n" + end).rows()).as("a word").containsExactly(List.of("word"));
        assertThat(csv("id,a\n1,x\nid,a\n" + end).errors()).containsExactly(null, "it repeats the header");
    }

    @Test
    void marksAreFoundAtTheBeginningOfEveryLine() {
        for (int length = 0; length < 20; length++) {
            String value = "x".repeat(length);

            assertThat(csv("id,a\n1," + value + "\n\uFEFF2,y\n").rows().get(1)).containsExactly("2", "y");
            assertThat(csv("id,a\r\n1," + value + "\r\n\uFEFF2,y\r\n").rows().get(1))
                    .containsExactly("2", "y");
        }
    }

    @Test
    void rowOfASheetMayRepeatTheHeader() {
        String header = "<row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>a</v></c></row>";
        byte[] workbook = Workbooks.of("", header + "<row><c><v>1</v></c></row>" + header);

        assertThat(table("a.xlsx", workbook, null).errors()).containsExactly(null, "it repeats the header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,a\n1,x\n2,y", "id,a\r\n1,x\r\n2,y\r\n", "id,a\r1,x\r2,y\r", "id,a\n1,x\r\n2,y\n"})
    void readsEveryKindOfLineEnd(String content) {
        Table table = csv(content);

        assertThat(table.rows()).containsExactly(List.of("1", "x"), List.of("2", "y"));
        assertThat(table.numbers()).containsExactly("2", "3");
    }

    @Test
    void normalisesColumnNamesAndDropsAnIndexOfRows() {
        Table table = csv(",Id,BMI (kg/m²),Ålder,2nd\n0,1,2,3,4\n");

        assertThat(table.columns()).containsExactly("id", "bmi_kg_m2", "alder", "c_2nd");
        assertThat(table.rows()).containsExactly(List.of("1", "2", "3", "4"));
    }

    @Test
    void readsFilesWithoutAHeader() {
        Table named = csv("1,2\n3,4\n", form(null, null, null, null, false, List.of("Id", "Age")));
        Table numbered = csv("1,2\n3,4\n", form(null, null, null, null, false, List.of()));

        assertThat(named.columns()).containsExactly("id", "age");
        assertThat(named.rows()).containsExactly(List.of("1", "2"), List.of("3", "4"));
        assertThat(named.numbers()).containsExactly("1", "2");
        assertThat(numbered.columns()).containsExactly("c_1", "c_2");
    }

    @Test
    void headerMayHaveNumbersIfThereIsSaidToBeOne() {
        assertThat(csv("id,2021\n1,2\n", form(null, null, null, null, true, List.of()))
                        .columns())
                .containsExactly("id", "c_2021");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'' ! it is empty",
                "'1,2,3\n4,5,6\n' ! it has no header: its first line has the number 1",
                "'1,2,3\n4,5,6\n' ! set form.header to false",
                "'\n1,2\n' ! it has no header",
                "'id,age\n' ! it has a header but no rows",
                "'id,Age,age\n1,2,3\n' ! columns 'Age' and 'age' have the same name",
                "'id,,age\n1,2,3\n' ! column 2 has no usable name",
                "'id,age\n1\n2,3,4\n' ! not one of its lines fits its header; line 2"
            })
    void refusesWhatIsNoTable(String content, String reason) {
        assertRefused("a.csv", content.getBytes(UTF_8), null, reason);
    }

    @Test
    void keepsBrokenLinesInTheirPlaceWithWhatIsWrong() {
        Table table = csv("id,age\n1,10\n2\n3,30\n4,40,x\n5,\"5\"0\n6,60\n7,\0\n");

        assertThat(table.numbers()).containsExactly("2", "3", "4", "5", "6", "7", "8");
        assertThat(table.errors())
                .containsExactly(
                        null,
                        "Expected Number of Columns: 2 Found: 1",
                        null,
                        "Expected Number of Columns: 2 Found: 3",
                        "a quoted value is followed by other text",
                        null,
                        "it has a NUL character");
        assertThat(table.lines()).containsExactly(null, "2", null, "4,40,x", "5,\"5\"0", null, "7,\uFFFD");
    }

    @Test
    void nothingBehindTheLastColumnIsNoValueAndSpaceAroundQuotesIsNone() {
        String lines = "id, \"a, b\"\n1, \"x, y\" \n2,z,\n3,\"\",,\"\"\n";

        for (String end : List.of("", "\n")) {
            Table table = csv(lines + end);

            assertThat(table.columns()).containsExactly("id", "a_b");
            assertThat(table.rows()).containsExactly(List.of("1", "x, y"), List.of("2", "z"), Arrays.asList("3", null));
            assertThat(table.errors()).containsOnlyNulls();
        }
        assertThat(csv("id a\n1 \"x y\"\n\n", form(" ", null, null, null, null, List.of()))
                        .rows())
                .containsExactly(List.of("1", "x y"));
    }

    @Test
    void quotesWithinNamesAreTextAndThoseNeverClosedAreRefused() {
        assertThat(csv("id,screen 5\",a\n1,2,3\n").rows()).containsExactly(List.of("1", "2", "3"));
        assertThat(csv("id,\"a\nb\"\n1,2\n").columns()).containsExactly("id", "a_b");
        assertThat(csv("1,\"2\n3,4\n", form(null, null, null, null, false, List.of("id", "a")))
                        .rows()
                        .get(1))
                .containsExactly("3", "4");
        assertRefused(
                "a.csv",
                "id,\"a\n1,2\n3,4\n".getBytes(UTF_8),
                null,
                "its first line cannot be read: a quote is opened and not closed");
        assertRefused(
                "a.csv",
                "id,\"a\" b\n1,2\n".getBytes(UTF_8),
                null,
                "its first line cannot be read: a quoted value is followed by other text");
    }

    @Test
    void quoteThatIsNeverClosedCostsItsLineOnly() {
        String rows = IntStream.range(0, 30_000)
                .mapToObj(i -> i + ",%s\n".formatted("abc".repeat(30)))
                .collect(Collectors.joining());

        Table table = csv("id,name\nx,\"open\n" + rows);

        assertThat(table.count()).isEqualTo(30_001);
        assertThat(table.errors().subList(0, 2)).containsExactly("a quote is opened and not closed", null);
        assertThat(table.numbers().subList(29_999, 30_001)).containsExactly("30001", "30002");
    }

    @Test
    void refusesQuotesThatFitNowhere() {
        var content = new StringBuilder("id,name\n");
        for (int i = 0; i < 80; i++) {
            content.append("1,\"").append("y\"\"".repeat(150_000)).append('\n');
        }

        assertRefused("a.csv", content.toString().getBytes(UTF_8), null, "its quotes do not fit together");
    }

    @Test
    void keepsFormulasAsText() {
        assertThat(csv("id,a,b,c,d\n1,=cmd|' /C calc'!A0,@SUM(1),+1+1,-2+3\n").rows())
                .containsExactly(List.of("1", "=cmd|' /C calc'!A0", "@SUM(1)", "+1+1", "-2+3"));
    }

    @Test
    void readsEncodings() {
        String text = "id,Ålder\n1,å€\n";

        assertThat(table("a.csv", withMark(text, UTF_16LE, 0xFF, 0xFE), null).rows())
                .containsExactly(List.of("1", "å€"));
        assertThat(table("a.csv", withMark(text, UTF_16BE, 0xFE, 0xFF), null).columns())
                .containsExactly("id", "alder");
        for (Charset order : List.of(UTF_16LE, UTF_16BE)) {
            assertThat(table("a.csv", text.getBytes(order), encoding("UTF-16")).rows())
                    .containsExactly(List.of("1", "å€"));
        }
        assertThat(table("a.csv", withMark(text, Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0), null)
                        .rows())
                .containsExactly(List.of("1", "å€"));
        assertThat(table("a.csv", text.getBytes(Charset.forName("windows-1252")), encoding("windows-1252"))
                        .rows())
                .containsExactly(List.of("1", "å€"));
        assertThat(table("a.csv", concat(MARK, text.getBytes(UTF_8)), encoding("windows-1252"))
                        .rows())
                .as("a mark is certain")
                .containsExactly(List.of("1", "å€"));
    }

    @Test
    void refusesOtherEncodingsThanTheOneOfTheFile() {
        byte[] late = "id,a\n1,x\n2,å\n".getBytes(ISO_8859_1);
        byte[] veryLate = ("id,a\n" + ("1," + "x".repeat(97) + "\n").repeat(12_000) + "2,å\n").getBytes(ISO_8859_1);

        assertRefused("a.csv", late, null, "it is not in UTF-8 (line 3); say in form.encoding");
        assertRefused("a.csv", veryLate, null, "it is not in UTF-8 (line 12002); say in form.encoding");
        assertRefused(
                "a.csv",
                new byte[] {'i', 'd', '\n', (byte) 0x81, '\n'},
                encoding("windows-1252"),
                "line 2 has bytes that are no character");
        assertRefused("a.csv", "id\n1\n".getBytes(UTF_16LE), null, "if it is UTF-16, say so in form.encoding");
        assertThat(table("a.csv", late, encoding("UTF-8")).errors()).containsExactly(null, "it is not in UTF-8");
    }

    @Test
    void refusesUtf8ThatIsSaidToBeAnotherEncoding() throws IOException {
        String text = "id,a\n1,x\n2,å\n3,\uD83D\uDE00\n";
        byte[] long1 = ("id,a\n" + "1,xå\n".repeat(200_000)).getBytes(UTF_8);
        String reason =
                "it is declared as windows-1252, but reads as UTF-8: 'å' would become 'Ã¥'; change form.encoding";

        assertRefused("a.csv", text.getBytes(UTF_8), encoding("windows-1252"), reason);
        assertRefused("a.csv.gz", gzip(text.getBytes(UTF_8)), encoding("windows-1252"), reason);
        assertRefused("a.csv", long1, encoding("windows-1252"), reason);
        assertRefused(
                "a.jsonl", "{\"å\": 1}".getBytes(UTF_8), encoding("ISO-8859-1"), "as ISO-8859-1, but reads as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ã¥ å", "å", "CAFÉ® é", "Â", "ÃÅ", "\u00E0\u0080\u0080", "\u00ED\u00A0\u0080", "x"})
    void readsWhatOnlyResemblesUtf8AsItIsSaidToBe(String value) {
        byte[] content = ("id,a\n1," + value + "\n").getBytes(ISO_8859_1);

        assertThat(table("a.csv", content, encoding("ISO-8859-1")).rows()).containsExactly(List.of("1", value));
    }

    @Test
    void readsDecimalCommasWhereTheyCanBeNothingElse() {
        Table table = csv("id;weight;list;text;n\n1;70,5;1,2,3;a,b;1\n2;1,250;4;c;NA\n3;80;5;d;-0,5e3\n");

        assertThat(table.rows())
                .containsExactly(
                        List.of("1", "70.5", "1,2,3", "a,b", "1"),
                        List.of("2", "1.250", "4", "c", "NA"),
                        List.of("3", "80", "5", "d", "-0.5e3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,250", "1.234,5", "1,234.5"})
    void refusesToGuessSeparatorsOfThousands(String number) {
        assertRefused(
                "a.csv",
                "id;weight\n1;70\n2;%s\n".formatted(number).getBytes(UTF_8),
                null,
                "column weight has numbers such as '%s'".formatted(number));
    }

    @Test
    void takesSeparatorsOfThousandsAwayWhereTheMarkWasSaid() {
        Table commas = csv(
                "id;weight;day;note\n1;1.234,56;31.12.2026;1.5\n2;-1.000.000;1.234;a,b\n3;70,5;NA;NA\n4;NA;;\n",
                decimal(","));
        Table points = csv(
                "id;weight;codes;note\n1;1,234.56;100,200;1,5\n2;-1,000,000;1,2;x\n3;70.5;NA;NA\n4; 1,250 ;;\n",
                decimal("."));

        assertThat(commas.rows())
                .containsExactly(
                        Arrays.asList("1", "1234.56", "31.12.2026", "1.5"),
                        Arrays.asList("2", "-1000000", "1.234", "a,b"),
                        Arrays.asList("3", "70.5", "NA", "NA"),
                        Arrays.asList("4", "NA", null, null));
        assertThat(points.rows())
                .containsExactly(
                        Arrays.asList("1", "1234.56", "100,200", "1,5"),
                        Arrays.asList("2", "-1000000", "1,2", "x"),
                        Arrays.asList("3", "70.5", "NA", "NA"),
                        Arrays.asList("4", " 1250 ", null, null));
        assertThat(points.errors()).containsOnlyNulls();
        assertThat(csv("id;n\n1;1.250\n", decimal(",")).rows()).containsExactly(List.of("1", "1250"));
    }

    @Test
    void turnsAwayRowsThatMayHaveThousandsWhereOtherValuesHaveNone() {
        Table table =
                csv("id,weight,n\n1,\"1,250\",1.250\n2,1.250,2.500\n3,70.5,3\n4,\"1.234,5\",\"3,5\"\n", decimal(","));

        assertThat(table.rows().get(0)).containsExactly("1", "1.250", "1250");
        assertThat(table.rows().get(2)).containsExactly("3", "70.5", "3");
        assertThat(table.errors().get(0)).isNull();
        assertThat(table.errors().get(1)).startsWith("weight '1.250' has points");
        assertThat(table.errors().get(3)).startsWith("weight '1.234,5' has points");
        assertThat(table.numbers()).containsExactly("2", "3", "4", "5");
    }

    @Test
    void numbersThatAreNoTextHaveAPointWhateverWasSaid() {
        String json = "[{\"n\": 1.250, \"text\": \"1.250\", \"list\": [1.250]}, {\"n\": -1.5E+3, \"text\": \"2,5\"}]";
        byte[] workbook = Workbooks.of(
                "",
                "<row><c t=\"str\"><v>n</v></c><c t=\"str\"><v>text</v></c></row>"
                        + "<row><c><v>1.250</v></c><c t=\"str\"><v>1.250</v></c></row>");

        assertThat(table("a.json", json, decimal(",")).rows())
                .containsExactly(List.of("1.250", "1250", "[1.250]"), Arrays.asList("-1.5E+3", "2.5", null));
        assertThat(table("a.xlsx", workbook, decimal(",")).rows()).containsExactly(List.of("1.250", "1250"));
    }

    @Test
    void commasStayWherePointsWereSaid() {
        assertThat(csv("id;a\n1;70,5\n2;1,250\n", decimal(".")).rows())
                .containsExactly(List.of("1", "70,5"), List.of("2", "1,250"));
    }

    @Test
    void readsJsonLinesAndKeepsThoseThatAreNone() {
        Table table = table(
                "a.jsonl",
                "{\"id\": 1, \"Name\": \"Å\\n\", \"at\": {\"City\": \"Lund\", \"p\": {\"x\": 1.50}}}\n\n{\"id\": 2, \"tags\": [1, \"b\"], \"ok\": true, \"Name\": null}\n{\"id\": 3\n[4]\n",
                null);

        assertThat(table.columns()).containsExactly("id", "name", "at_city", "at_p", "tags", "ok");
        assertThat(table.rows().get(0)).containsExactly("1", "Å\n", "Lund", "{\"x\":1.50}", null, null);
        assertThat(table.rows().get(1)).containsExactly("2", null, null, null, "[1,\"b\"]", "true");
        assertThat(table.numbers()).containsExactly("1", "3", "4", "5");
        assertThat(table.errors().get(2)).startsWith("it is no JSON object: Unexpected end");
        assertThat(table.errors().get(3)).isEqualTo("it is no JSON object");
        assertThat(table.lines().get(2)).isEqualTo("{\"id\": 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"id\": 1},\n {\"id\": 2, \"a\": 1e400}]", "{\"id\": 1}\n{\"id\": 2, \"a\": 1e400}"})
    void readsJsonDocuments(String content) {
        assertThat(table("a.json", content, null).rows())
                .containsExactly(Arrays.asList("1", null), List.of("2", "1e400"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "[{\"id\": 1}, {\"id\": ! it is no JSON: Unexpected end-of-input",
                "[[1, 2]] ! element 1: it is no JSON object",
                "[] ! it has no JSON object with values",
                "[{\"id\": 1, \"id\": 2}] ! Duplicate field 'id'",
                "[{\"a_b\": 1, \"a\": {\"b\": 2}}] ! it has two values called 'a_b'",
                "<html> ! it is no JSON: Unexpected character ('<'"
            })
    void refusesJsonThatIsNoTable(String content, String reason) {
        assertRefused("a.json", content.getBytes(UTF_8), null, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.jsonl"})
    void halvesOfCharactersBecomeTheReplacementCharacter(String name) {
        Table table = table(
                name,
                "{\"id\": \"\\ud800\", \"a\\udc00b\": \"x\\ude00\\ud83dy\", \"whole\": \"\\ud83d\\ude00\", \"list\": [\"\\ud83d\"]}",
                null);

        assertThat(table.columns()).containsExactly("id", "a_b", "whole", "list");
        assertThat(table.rows()).containsExactly(List.of("\uFFFD", "x\uFFFD\uFFFDy", "\uD83D\uDE00", "[\"\uFFFD\"]"));
    }

    @Test
    void linesAreNotCutWithinACharacter() {
        String line = "\uD83D\uDE00".repeat(1_500);

        for (String start : List.of("", "x")) {
            String kept = csv("id,a\n1,x\n" + start + line + "\n").lines().get(1);

            assertThat(start + line).startsWith(kept);
            assertThat(kept.length()).isBetween(1_999, 2_000);
        }
    }

    @Test
    void reasonsHaveNoHalvesOfCharacters() {
        assertThatThrownBy(() -> table("a.json", "{\"\\ud800\": 1}", null))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("column 1 has no usable name: '\uFFFD'");
        assertThatThrownBy(() -> table("a.json", "{\"\\ud800\": 1, \"\\ud800\": 1}", null))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageNotContaining("\ud800");
    }

    @Test
    void refusesJsonDocumentsInOtherEncodings() {
        byte[] latin = "[{\"id\": 1},\n{\"id\": \"å\"}]".getBytes(ISO_8859_1);

        assertRefused("a.json", latin, null, "it is not in UTF-8 (after line 1); say in form.encoding");
        assertRefused("a.json", "[{\"id\": \"\u00ED\u00A0\u0080\"}]".getBytes(ISO_8859_1), null, "it is not in UTF-8");
        assertThat(table("a.json", latin, encoding("windows-1252")).rows()).containsExactly(List.of("1"), List.of("å"));
        assertThat(table("a.json", concat(MARK, "[{\"id\": \"å\"}]".getBytes(UTF_8)), null)
                        .rows())
                .containsExactly(List.of("å"));
        for (Charset utf16 : List.of(UTF_16LE, UTF_16BE)) {
            assertThat(table("a.json", "[{\"id\": \"å\"}]".getBytes(utf16), null)
                            .rows())
                    .containsExactly(List.of("å"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\n{\"id\": 1},\n{\"id\": 2}\n]\n", "\n{\n\"id\": 1\n}\n", "[{\"id\": 1}]"})
    void refusesDocumentsWhereLinesShouldBeObjects(String document) {
        assertRefused(
                "a.jsonl",
                document.getBytes(UTF_8),
                null,
                "it is a JSON document, not an object a line; call it .json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\": [1",
                "[{\"id\": NaN}]",
                "// x\n[]",
                "\u001E{}",
                "[{\"id\": 'x'}]",
                "[{\"a\u0001\": 1}]"
            })
    void reasonsAreNotAboutTheParser(String content) {
        assertThatThrownBy(() -> table("a.json", content, null))
                .isInstanceOf(UnreadableFile.class)
                .message()
                .startsWith("it is no JSON: ")
                .doesNotContain("`", "REDACTED", "Feature", "\u0001");
        assertThat(table("a.jsonl", "{\"id\": 1}\n" + content.replace('\n', ' ') + "\n", null)
                        .errors()
                        .get(1))
                .doesNotContain("`", "REDACTED", "Feature");
    }

    @Test
    void refusesJsonThatIsDeepOrWide() {
        String deep = "[{\"id\": " + "[".repeat(100_000);
        String wide = IntStream.range(0, 5_000)
                .mapToObj(i -> "\"c%d\": 1".formatted(i))
                .collect(Collectors.joining(", ", "[{", "}]"));
        String long1 = "[{\"id\": \"" + "x".repeat(3_000_000) + "\"}]";
        String nulls = IntStream.range(0, 400_000)
                .mapToObj("\"c%d\": null"::formatted)
                .collect(Collectors.joining(", ", "[{", "}]"));

        assertRefused("a.json", deep.getBytes(UTF_8), null, "nesting depth");
        assertRefused("a.json", nulls.getBytes(UTF_8), null, "longer than 2000000 characters");
        assertRefused("a.json", wide.getBytes(UTF_8), null, "it has 5000 columns; a table has at most 1000");
        assertRefused("a.json", long1.getBytes(UTF_8), null, "2000000");
    }

    @Test
    void readsPackedTexts() throws IOException {
        byte[] text = "id,a\n1,å\n".getBytes(UTF_8);
        byte[] utf16 = withMark("id,a\n1,å\n", UTF_16LE, 0xFF, 0xFE);

        assertThat(table("a.csv.gz", gzip(text), null).rows()).containsExactly(List.of("1", "å"));
        assertThat(table("a.csv.zst", Zstd.compress(text), null).rows()).containsExactly(List.of("1", "å"));
        assertThat(table("A.CSV.GZ", gzip(utf16), null).rows()).containsExactly(List.of("1", "å"));
        assertThat(table("a.jsonl.gz", gzip("{\"id\":1}".getBytes(UTF_8)), null).rows())
                .containsExactly(List.of("1"));
        assertThat(table("a.csv.gz", concat(gzip(text), gzip("2,b\n".getBytes(UTF_8))), null)
                        .rows())
                .containsExactly(List.of("1", "å"), List.of("2", "b"));
    }

    @Test
    void refusesPackedTextsThatAreCutOff() throws IOException {
        byte[] text = new Random(1)
                .ints(100_000, 0, 9)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("\n", "id\n", "\n"))
                .getBytes(UTF_8);
        byte[] gzip = gzip(text);
        byte[] zstd = Zstd.compress(text);

        assertRefused("a.csv.gz", Arrays.copyOf(gzip, gzip.length / 2), null, "it is damaged or cut off");
        assertRefused("a.csv.zst", Arrays.copyOf(zstd, zstd.length / 2), null, "it is damaged or cut off");
        assertRefused("a.csv.gz", Arrays.copyOf(gzip, 5), null, "it is damaged or cut off");
        assertRefused(
                "a.csv.gz", gzip(gzip(text)), null, "it should hold text by its name, but it is packed with gzip");
    }

    @Test
    void refusesPackedPartsThatAreCutOffAtTheirBeginning() throws IOException {
        byte[] first = gzip("id,a\n1,x\n".getBytes(UTF_8));
        byte[] second = gzip("2,y\n".getBytes(UTF_8));
        byte[] frames = concat(Zstd.compress("id,a\n1,x\n".getBytes(UTF_8)), Zstd.compress("2,y\n".getBytes(UTF_8)));

        for (int length = 1; length < second.length; length++) {
            assertRefused("a.csv.gz", concat(first, Arrays.copyOf(second, length)), null, "it is damaged or cut off");
        }
        assertRefused("a.csv.gz", concat(first, "more".getBytes(UTF_8)), null, "it is damaged or cut off");
        assertThat(table("a.csv.gz", concat(first, second), null).rows())
                .containsExactly(List.of("1", "x"), List.of("2", "y"));
        assertThat(table("a.csv.zst", frames, null).rows()).containsExactly(List.of("1", "x"), List.of("2", "y"));
        for (int cut = 1; cut < 12; cut++) {
            assertRefused("a.csv.zst", Arrays.copyOf(frames, frames.length - cut), null, "it is damaged or cut off");
        }
        byte[] spaces = ("id\n1" + " ".repeat(1 << 17) + "\n").getBytes(UTF_8);
        assertThat(table("a.csv.zst", concat(Zstd.compress(spaces), Zstd.compress("2\n".getBytes(UTF_8))), null)
                        .count())
                .isEqualTo(2);
        assertRefused("a.csv.zst", concat(frames, "more".getBytes(UTF_8)), null, "it is damaged or cut off");
    }

    @Test
    void packedPartsMayEndAnywhereInABuffer() throws IOException {
        byte[] noise = new byte[90_000];
        new Random(1).nextBytes(noise);
        byte[] text = ("id\n" + HexFormat.of().formatHex(noise) + "\n").getBytes(UTF_8);
        int packed = gzip(text).length;

        for (int end = 65_536 - 10; end < 65_536 + 10; end += 2) {
            byte[] first = gzip(Arrays.copyOf(text, text.length - 2 * (packed - end)));
            assertRefused(
                    "a.csv.gz", concat(first, new byte[] {0x1F, (byte) 0x8B, 8}), null, "it is damaged or cut off");
        }
    }

    @Test
    void refusesWhatUnpacksToFarTooMuch() throws IOException {
        assertRefused("a.csv.gz", bomb(GZIPOutputStream::new, 34), null, "more than 500 times as large");
        assertRefused("a.csv.zst", bomb(ZstdOutputStream::new, 34), null, "more than 500 times as large");
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        assertRefused(
                "a.csv.gz",
                concat(gzip(noise), bomb(GZIPOutputStream::new, 49)),
                null,
                "unpacked it is larger than 50331648 bytes");
    }

    @Test
    void refusesFilesThatAreNotWhatTheirNameSays() throws IOException {
        byte[] text = "id,a\n1,2\n".getBytes(UTF_8);
        byte[] zip = {'P', 'K', 3, 4, 0, 0};
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

        assertRefused("a.csv", zip, null, "it is a zip archive or a workbook");
        assertRefused("a.csv", gzip(text), null, "it is packed with gzip; add .gz to its name");
        assertRefused("a.csv", "PAR1\0\0".getBytes(UTF_8), null, "it is a Parquet file; call it .parquet");
        assertRefused("a.csv.gz", text, null, "it is not packed with gzip");
        assertRefused("a.parquet", text, null, "it is not a Parquet file");
        assertRefused("a.parquet.gz", gzip(text), null, "it is packed twice");
        assertRefused("a.xlsx", ole, null, "it is an old or encrypted Excel workbook; save it as .xlsx");
        assertRefused("a.xls", ole, null, "it is an old or encrypted Excel workbook; save it as .xlsx");
        assertRefused("a.bin", text, null, "it is neither CSV nor Parquet, JSON or Excel by its name; call it .csv");
        assertRefused("a.csv", new byte[] {'i', 'd', 1}, null, "control character 0x01");
        assertThat(csv("PAR1,ORC\na,b\n").columns()).containsExactly("par1", "orc");
    }

    @Test
    void keepsALineThatIsTooLongAsABrokenOne() {
        Table table = csv("id,a\n1,x\n2," + "y".repeat(20_000_000) + "\n3,z\n");

        assertThat(table.numbers()).containsExactly("2", "3", "4");
        assertThat(table.errors()).containsExactly(null, "it is longer than 2000000 bytes", null);
        assertThat(table.lines().get(1)).hasSize(2_000);
        assertRefused(
                "a.csv",
                "y".repeat(20_000_000).getBytes(UTF_8),
                null,
                "its first line cannot be read: it is longer than 2000000 bytes");
    }

    @Test
    void refusesMoreThanAThousandColumns() {
        String header = IntStream.range(0, 5_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        Path parquet = target();
        write(
                "SELECT %s"
                        .formatted(IntStream.range(0, 1_001)
                                .mapToObj(i -> "1 AS c" + i)
                                .collect(Collectors.joining(","))),
                parquet);

        assertRefused(
                "a.csv",
                (header + "\n" + header).getBytes(UTF_8),
                null,
                "it has 5000 columns; a table has at most 1000");
        assertThatThrownBy(() -> reader.read(new InputFile("a.parquet", 1, parquet), null, target()))
                .hasMessageContaining("columns; a table has at most 1000");
    }

    @Test
    void readsAThousandColumns() {
        String row = IntStream.range(0, 1_000).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + "\n";

        assertThat(csv(row + row.replace('c', 'v').repeat(299)).count()).isEqualTo(299);
    }

    @Test
    void readsParquetInItsOrder() {
        Path parquet = target();
        write(
                "SELECT 130000 - i AS \"Id\", i / 4 AS share, DATE '2026-01-01' AS day, NULL AS none FROM range(130000) t(i)",
                parquet);

        Table table = read(new InputFile("a.parquet", 3, parquet), null);

        assertThat(table.columns()).containsExactly("id", "share", "day", "none");
        assertThat(table.count()).isEqualTo(130_000);
        assertThat(table.rows().get(1)).containsExactly("129999", "0.25", "2026-01-01", null);
        assertThat(table.numbers().subList(129_998, 130_000)).containsExactly("129999", "130000");
    }

    @Test
    void readsEveryTypeOfParquetAsTextThatOthersRead() {
        Path parquet = target();
        write("""
                SELECT 18446744073709551615::UBIGINT AS n, 1.10::DECIMAL(38, 2) AS d, {'a': 1, 'b': 'x "y"'} AS s,
                    [1.5, NULL] AS l, MAP {'k': DATE '2026-01-02'} AS m, NULL::INTEGER[] AS none, 'a' || chr(0) AS t,
                    TIMESTAMPTZ '2026-01-02 03:04:05.5+02' AS at, TIMESTAMP '2026-01-02 03:04:05' AS ts, 'ab'::BLOB AS b""", parquet);

        Table table = read(new InputFile("a.parquet", 1, parquet), null);

        assertThat(table.rows())
                .containsExactly(Arrays.asList(
                        "18446744073709551615",
                        "1.10",
                        "{\"a\":1,\"b\":\"x \\\"y\\\"\"}",
                        "[1.5,null]",
                        "{\"k\":\"2026-01-02\"}",
                        null,
                        "a\uFFFD",
                        "2026-01-02 01:04:05.5+00",
                        "2026-01-02 03:04:05",
                        "ab"));
        assertThat(table.errors()).containsExactly("its value 't' has a NUL character");
    }

    @Test
    void refusesColumnsOfParquetThatCannotBeRead() throws IOException {
        byte[] names = parquet("SELECT 1 AS id, 2 AS col_a, 3 AS col_b");
        byte[] digits = parquet("SELECT 1.10::DECIMAL(38, 2) AS d");
        byte[] index = parquet("SELECT 1 AS __index_level_0__");
        byte[] long1 = parquet("SELECT repeat('x', 3000000) AS t");
        byte[] list = parquet("SELECT [0 FOR x IN range(3000000)] AS l");

        assertRefused(
                "a.parquet", replaced(names, "col_b", "col_a"), null, "columns 'col_a' and 'col_a' have the same name");
        assertRefused(
                "a.parquet",
                replaced(digits, "\u0015\u0004\u0015\u004C", "\u0015\u0004\u0015\u0078"),
                null,
                "column 'd' has decimal numbers of 60 digits; at most 38 can be read");
        assertRefused("a.parquet", index, null, "it has no columns of data");
        assertRefused("a.parquet", long1, null, "it has rows with values longer than 2000000 bytes");
        assertRefused("a.parquet", list, null, "it has rows with values longer than 2000000 bytes");
        assertRefused(
                "in/a.parquet", Arrays.copyOf(names, 60), null, "No magic bytes found at end of file 'in/a.parquet'");
    }

    @Test
    void keepsTheBeginningOfValuesOfParquetThatAreTooLong() {
        Path parquet = target();
        write("""
                SELECT i AS id, CASE WHEN i = 1 THEN repeat('é', 1000001) ELSE 'y' END AS t,
                    CASE WHEN i = 2 THEN [0 FOR x IN range(1500000)] END AS l
                FROM range(10) r(i)""", parquet);

        Table table = read(new InputFile("a.parquet", 1, parquet), null);

        assertThat(table.count()).isEqualTo(10);
        assertThat(table.errors().subList(0, 4))
                .containsExactly(
                        null,
                        "its value 't' is longer than 2000000 bytes",
                        "its value 'l' is longer than 2000000 bytes",
                        null);
        assertThat(table.rows().get(1)).containsExactly("1", "é".repeat(2_000), null);
        assertThat(table.rows().get(2).get(2)).hasSize(2_000);
    }

    @Test
    void refusesAParquetFileThatUnpacksToFarTooMuch() throws IOException {
        byte[] bomb = parquet("SELECT 1 AS a, 2 AS b FROM range(30000000)");

        assertThat(bomb).hasSizeLessThan(1 << 20);
        assertRefused("a.parquet", bomb, null, "unpacked it is larger than 50331648 bytes");
    }

    private byte[] parquet(String query) throws IOException {
        Path parquet = target();
        write(query, parquet);
        return Files.readAllBytes(parquet);
    }

    private static byte[] replaced(byte[] content, String before, String after) {
        return new String(content, ISO_8859_1).replace(before, after).getBytes(ISO_8859_1);
    }

    @Test
    void refusesATruncatedParquetFile() throws IOException {
        Path whole = target();
        write("SELECT i AS id FROM range(1000) t(i)", whole);
        byte[] content = Files.readAllBytes(whole);

        assertRefused("a.parquet", Arrays.copyOf(content, content.length / 2), null, "it cannot be read to its end");
        Path empty = target();
        write("SELECT 1 AS id WHERE false", empty);
        assertRefused("a.parquet", Files.readAllBytes(empty), null, "no rows");
    }

    @Test
    void rowsSayWhereTheyCameFrom() {
        Path staged = target();
        reader.read(new InputFile("in/a.csv", 7, file("id\n1\n".getBytes(UTF_8))), null, staged);

        assertThat(query("SELECT _file, _file_number FROM '%s'".formatted(staged)))
                .containsExactly(List.of("in/a.csv", "7"));
        assertThat(folder).isDirectoryNotContaining("glob:**.{text,rows}");
    }

    @Test
    void linesReadAsTheyStandAreThoseReadOneByOne() {
        var random = new Random(7);
        List<String> words = List.of(
                "", "a", "0,5", "\"q\"\"q\"", "\"x,y\"", "å", "mid\"q\"", " b ", "=1+1", "\"\"", "''", " \"x,\" ");
        String rows = IntStream.range(0, 1_000)
                .mapToObj(i -> i + ","
                        + words.get(random.nextInt(words.size())).replace("0,5", "0.5") + ","
                        + words.get(random.nextInt(words.size())).replace("0,5", "0.5"))
                .collect(Collectors.joining("\n"));

        Table together = csv("id,a,b\n" + rows + "\n");
        Table oneByOne = csv("id,a,b\n" + rows + "\n\n");

        assertThat(together.errors()).containsOnlyNulls();
        assertThat(oneByOne).usingRecursiveComparison().isEqualTo(together);
    }

    @Test
    void readsWorkbooks() {
        Workbooks workbook = new Workbooks()
                .shared("Id", "Ålder", "née")
                .sheet(
                        "First",
                        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>Day</t></is></c></row>"
                                + "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"C3\" s=\"1\"><v>46387</v></c></row>"
                                + "<row r=\"5\"><c r=\"A5\" t=\"str\"><f>1+1</f><v>two</v></c><c r=\"B5\" t=\"b\"><v>1</v></c><c r=\"C5\" s=\"2\"><v>46387.5</v></c></row>"
                                + "<row r=\"6\"><c r=\"D6\"><v>9</v></c></row>")
                .sheet(
                        "Other",
                        "<row><c t=\"inlineStr\"><is><r><t>x</t></r><r><t>y</t></r></is></c></row><row><c><v>0.1</v></c></row>");

        Table first = table("a.xlsx", workbook.bytes(), null);
        Table other = table("a.xlsx", workbook.bytes(), new FileForm(null, null, null, null, null, List.of(), "Other"));

        assertThat(first.columns()).containsExactly("id", "alder", "day");
        assertThat(first.rows().get(0)).containsExactly("1", null, "2026-12-31");
        assertThat(first.rows().get(1)).containsExactly("two", "true", "2026-12-31 12:00:00");
        assertThat(first.errors().get(2)).isEqualTo("Expected Number of Columns: 3 Found: 4");
        assertThat(first.numbers()).containsExactly("3", "5", "6");
        assertThat(other.columns()).containsExactly("xy");
        assertThat(other.rows()).containsExactly(List.of("0.1"));
        assertRefused(
                "a.xlsx",
                workbook.bytes(),
                new FileForm(null, null, null, null, null, List.of(), "Third"),
                "it has no sheet 'Third', as form.sheet says; it has [First, Other]");
    }

    @ParameterizedTest
    @CsvSource({
        "46387.000005, 2026-12-31",
        "46387.00001, 2026-12-31 00:00:01",
        "1E-999999999, 1899-12-31",
        "1E999999999, 1E999999999",
        "-1, -1",
        "2958466, 2958466"
    })
    void datesAreReadHoweverTheirNumberIsWritten(String number, String date) {
        byte[] workbook = Workbooks.of(
                "", "<row><c t=\"str\"><v>day</v></c></row><row><c s=\"1\"><v>%s</v></c></row>".formatted(number));

        assertThat(table("a.xlsx", workbook, null).rows()).containsExactly(List.of(date));
    }

    @Test
    void firstSheetIsTheFirstTableThatIsShown() {
        String rows = "<row><c t=\"str\"><v>%s</v></c></row><row><c><v>1</v></c></row>";
        Workbooks workbook = new Workbooks()
                .hidden("Lists", rows.formatted("lists"))
                .chart("Chart")
                .sheet("Data", rows.formatted("data"));

        assertThat(table("a.xlsx", workbook.bytes(), null).columns()).containsExactly("data");
        assertThat(table("a.xlsx", workbook.strict().bytes(), null).columns()).containsExactly("data");
        assertThat(table("a.xlsx", workbook.bytes(), new FileForm(null, null, null, null, null, List.of(), "Lists"))
                        .columns())
                .containsExactly("lists");
    }

    @Test
    void refusesFormulasThatWereNeverCalculated() {
        String header = "<row><c t=\"str\"><v>id</v></c><c t=\"str\"><v>a</v></c></row>";
        String row = "<row><c><v>1</v></c><c%s><f>A2*2</f><v>%s</v></c></row>";

        assertThat(table("a.xlsx", Workbooks.of("", header + row.formatted("", "2")), null)
                        .rows())
                .containsExactly(List.of("1", "2"));
        assertThat(table("a.xlsx", Workbooks.of("", header + row.formatted(" t=\"str\"", "")), null)
                        .rows())
                .as("a formula may be nothing")
                .containsExactly(Arrays.asList("1", null));
        assertRefused(
                "a.xlsx",
                Workbooks.of("", header + row.formatted("", "")),
                null,
                "row 2 has a formula that was never calculated");
    }

    @Test
    void refusesHostileWorkbooks() {
        String secret = file("secret".getBytes(UTF_8)).toUri().toString();
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret);

        assertRefused("a.xlsx", Workbooks.of(entity, "<row><c t=\"str\"><v>&e;</v></c></row>"), null, "cannot be read");
        assertRefused(
                "a.xlsx", Workbooks.of("", "<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>"), null, "beyond column 1000");
        assertRefused(
                "a.xlsx", Workbooks.of("", "<row><c t=\"s\"><v>7</v></c></row>"), null, "text '7' that is not there");
        assertRefused("a.xlsx", Workbooks.of("", "<row>"), null, "cannot be read");
        assertRefused("a.xlsx", Workbooks.of("", "<a>".repeat(1_000)), null, "more than 100 deep");
        assertRefused("a.xlsx", Workbooks.of("", "<!--" + "x".repeat(9 << 20) + "-->"), null, "longer than 8388608");
        String names = IntStream.range(0, 10_001).mapToObj("<a%d/>"::formatted).collect(Collectors.joining());
        assertRefused("a.xlsx", Workbooks.of("", names), null, "more than 10000 names");
        String digits = "<row><c r=\"%sx\"><v>1</v></c></row>".formatted("1".repeat(200_000));
        assertRefused("a.xlsx", Workbooks.of("", digits), null, "the number 1 where a column's name should be");
        assertRefused("a.xlsx", Workbooks.of("", " ".repeat(36_000_000)), null, "more than 500 times as large");
        byte[] whole = Workbooks.of("", "<row/>");
        assertRefused("a.xlsx", whole, null, "its sheet is empty");
        assertRefused("a.xlsx", Arrays.copyOf(whole, whole.length / 2), null, "damaged or cut off workbook");
    }

    private void assertRefused(String name, byte[] content, @Nullable FileForm form, String reason) {
        InputFile file = new InputFile(name, 1, file(content));
        assertThatThrownBy(() -> reader.read(file, form, target()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(reason);
    }

    /** What was read: the columns, and by row the values, the number, what is wrong, and the line. */
    protected record Table(
            List<String> columns,
            long count,
            List<List<String>> rows,
            List<String> numbers,
            List<String> errors,
            List<String> lines) {}

    private Table csv(String content) {
        return csv(content, null);
    }

    private Table csv(String content, @Nullable FileForm form) {
        return table("a.csv", content, form);
    }

    private Table table(String name, String content, @Nullable FileForm form) {
        return table(name, content.getBytes(UTF_8), form);
    }

    private Table table(String name, byte[] content, @Nullable FileForm form) {
        return read(new InputFile(name, 1, file(content)), form);
    }

    private Table read(InputFile input, @Nullable FileForm form) {
        Path target = target();
        StagedFile staged = reader.read(input, form, target);
        List<List<String>> found = query("SELECT * EXCLUDE (_file, _file_number) FROM '%s'".formatted(target));
        int own = staged.columns().size();
        return new Table(
                staged.columns(),
                staged.rows(),
                found.stream().map(row -> row.subList(0, own)).toList(),
                column(found, own),
                column(found, own + 1),
                column(found, own + 2));
    }

    private static List<String> column(List<List<String>> rows, int index) {
        var column = new ArrayList<String>();
        rows.forEach(row -> column.add(row.get(index)));
        return column;
    }

    private static FileForm encoding(String encoding) {
        return form(null, null, encoding, null, null, List.of());
    }

    private static FileForm decimal(String decimal) {
        return form(null, null, null, decimal, null, List.of());
    }

    private static FileForm form(
            @Nullable String delimiter,
            @Nullable String quote,
            @Nullable String encoding,
            @Nullable String decimal,
            @Nullable Boolean header,
            List<String> columns) {
        return new FileForm(delimiter, quote, encoding, decimal, header, columns, null);
    }

    /** Packs something. */
    private interface Packer {
        OutputStream pack(OutputStream out) throws IOException;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        return packed(GZIPOutputStream::new, out -> out.write(content));
    }

    private static byte[] bomb(Packer packer, int megabytes) throws IOException {
        byte[] zeros = " ".repeat(1 << 20).getBytes(UTF_8);
        return packed(packer, out -> {
            for (int i = 0; i < megabytes; i++) {
                out.write(zeros);
            }
        });
    }

    /** Writes something. */
    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] packed(Packer packer, Writer writer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = packer.pack(bytes)) {
            writer.write(out);
        }
        return bytes.toByteArray();
    }

    private static byte[] withMark(String text, Charset charset, int... mark) {
        byte[] bytes = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            bytes[i] = (byte) mark[i];
        }
        return concat(bytes, text.getBytes(charset));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private Path target() {
        return folder.resolve(files.incrementAndGet() + ".parquet");
    }

    private Path file(byte[] content) {
        try {
            return Files.write(folder.resolve(files.incrementAndGet() + "-in"), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
