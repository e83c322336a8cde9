package io.aifactory.local.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Tests for {@link LineageTree} and {@link LineagePicture}. */
class LineageTests {

    private static final String MODEL = "project001/11_diabetes_model_reg/";
    private static final String FILE = "projects/" + MODEL + "train/ds01_diabetes/in/dev/2026/11/20/a & b.csv";

    @Test
    void aTreeLeadsBackToTheFileAndOnToTheScores() throws IOException {
        assertThat(new LineageTree(graph(false)).lines())
                .containsExactly(
                        "gold/dev/v1, 100 rows, 2026-11-20T10:15:30Z",
                        "made from",
                        "└─ ds01_diabetes/bronze/dev/v1, 100 rows",
                        "   └─ train/ds01_diabetes/in/dev/2026/11/20/a & b.csv, sha-256 aabbccdd",
                        "led to",
                        "├─ gold_train/dev/v1, 60 rows",
                        "│  └─ model/1",
                        "│     └─ scoring/sco-1, 20 rows, in prod",
                        "└─ gold_test/dev/v1, 20 rows",
                        "   └─ model/1 (as above)");
    }

    @Test
    void aTreeSaysWhereItEnds() throws IOException {
        assertThat(new LineageTree(graph(true)).lines()).last().asString().contains("--limit");
    }

    @Test
    void aPictureHasEveryNodeRightOfWhatItWasMadeFrom() throws Exception {
        var svg = new LineagePicture(graph(false)).svg();

        var boxes = parsed(svg).getElementsByTagName("g");
        assertThat(boxes.getLength()).isEqualTo(7);
        assertThat(boxes.item(0).getTextContent()).contains("a & b.csv");
        assertThat(svg).doesNotContain("<script", "href");
        assertThat(x(svg, "gold/dev/v1")).isGreaterThan(x(svg, "ds01_diabetes/bronze/dev/v1"));
        assertThat(x(svg, "model/1")).isGreaterThan(x(svg, "gold_train/dev/v1"));
        assertThat(x(svg, "gold_test/dev/v1")).isEqualTo(x(svg, "gold_train/dev/v1"));
    }

    private static int x(String svg, String name) {
        var begin = svg.indexOf("<title>" + MODEL + name);
        var attribute = svg.indexOf("x=\"", begin) + 3;
        return Integer.parseInt(svg.substring(attribute, svg.indexOf('"', attribute)));
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode graph(boolean truncated) throws IOException {
        return Json.MAPPER.readTree("""
                {"start": ["%1$sgold/dev/v1"], "truncated": %3$s,
                 "nodes": [
                  {"name": "%2$s#aabbccddee", "kind": "file", "project": "project001", "model": "11_diabetes_model_reg", "sha256": "aabbccddee"},
                  {"name": "%1$sds01_diabetes/bronze/dev/v1", "kind": "dataset", "project": "project001", "model": "11_diabetes_model_reg", "rows": 100},
                  {"name": "%1$sgold/dev/v1", "kind": "dataset", "project": "project001", "model": "11_diabetes_model_reg", "rows": 100,
                   "run": {"id": "r", "job": "j", "endedAt": "2026-11-20T10:15:30.123Z"}},
                  {"name": "%1$sgold_train/dev/v1", "kind": "dataset", "project": "project001", "model": "11_diabetes_model_reg", "rows": 60},
                  {"name": "%1$sgold_test/dev/v1", "kind": "dataset", "project": "project001", "model": "11_diabetes_model_reg", "rows": 20},
                  {"name": "%1$smodel/1", "kind": "model", "project": "project001", "model": "11_diabetes_model_reg"},
                  {"name": "project001/scoring/sco-1", "kind": "scoring", "project": "project001", "model": "11_diabetes_model_reg",
                   "environment": "prod", "rows": 20}],
                 "edges": [
                  {"source": "%2$s#aabbccddee", "target": "%1$sds01_diabetes/bronze/dev/v1"},
                  {"source": "%1$sds01_diabetes/bronze/dev/v1", "target": "%1$sgold/dev/v1"},
                  {"source": "%1$sgold/dev/v1", "target": "%1$sgold_train/dev/v1"},
                  {"source": "%1$sgold/dev/v1", "target": "%1$sgold_test/dev/v1"},
                  {"source": "%1$sgold_train/dev/v1", "target": "%1$smodel/1"},
                  {"source": "%1$sgold_test/dev/v1", "target": "%1$smodel/1"},
                  {"source": "%1$smodel/1", "target": "project001/scoring/sco-1"}]}""".formatted(MODEL, FILE, truncated));
    }
}
