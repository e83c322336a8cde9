package io.aifactory.lake.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.contracts.messaging.LaptopDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests for {@link LineageStore} and {@link LineageSearch}, over one real database. */
class LineageTests {

    private static JdbcClient database;

    private ToldStory story;

    @BeforeAll
    static void openDatabase() {
        database = ToldStory.freshDatabase();
    }

    @BeforeEach
    void begin() {
        story = new ToldStory(database);
    }

    @Test
    void scoredRowsLeadBackToTheFilesAndForth() {
        story.refined().trained(1).told(story.scored("sco-1", 1, story.toScore()));

        assertThat(names(find("sco-1", Direction.UPSTREAM)))
                .containsExactlyInAnyOrder(
                        story.path("a.csv") + "#aa",
                        story.path("b.csv") + "#bb",
                        story.name("ds01_diabetes/bronze/dev/v1"),
                        story.name("ds01_diabetes/silver/dev/v1"),
                        story.name("gold/dev/v1"),
                        story.name("gold_train/dev/v1"),
                        story.name("gold_validate/dev/v1"),
                        story.name("gold_test/dev/v1"),
                        story.name("model/1"),
                        story.name("gold_to_score/prod/v1"),
                        story.project + "/scoring/sco-1");
        LineageGraph down = find(story.path("a.csv"), Direction.DOWNSTREAM);
        assertThat(names(down))
                .contains(story.name("model/1"), story.project + "/scoring/sco-1")
                .doesNotContain(story.path("b.csv") + "#bb");
        assertThat(down.edges())
                .contains(
                        new LineageEdge(story.path("a.csv") + "#aa", story.name("ds01_diabetes/bronze/dev/v1")),
                        new LineageEdge(story.name("gold_train/dev/v1"), story.name("model/1")),
                        new LineageEdge(story.name("model/1"), story.project + "/scoring/sco-1"));
        assertThat(node(down, story.name("gold_train/dev/v1")).run())
                .extracting(run -> run.job().name())
                .isEqualTo(story.name("silver_to_gold/gold_train"));
    }

    @Test
    void everyFormOfANameFindsTheSameNode() {
        story.refined().trained(1).told(story.scored("sco-2", 1, null));

        assertThat(start("gold/v1")).isEqualTo(story.name("gold/dev/v1"));
        assertThat(start("gold/dev/v1")).isEqualTo(story.name("gold/dev/v1"));
        assertThat(start("gold/gold_test/v1")).isEqualTo(story.name("gold_test/dev/v1"));
        assertThat(start("ds01_diabetes/silver/v1")).isEqualTo(story.name("ds01_diabetes/silver/dev/v1"));
        assertThat(start("model/v1")).isEqualTo(story.name("model/1"));
        assertThat(start("scoring/sco-2")).isEqualTo(story.project + "/scoring/sco-2");
        String scored = story.scored("sco-2", 1, null).scored().path();
        assertThat(find("/" + scored, Direction.BOTH).start()).containsExactly(story.project + "/scoring/sco-2");
    }

    @Test
    void aScoringMayBeKnownBeforeItsModelVersion() {
        story.told(story.scored("sco-3", 1, null));

        assertThat(node(find("model/1", Direction.BOTH), story.name("model/1")).run())
                .isNull();

        story.refined().trained(1);

        LineageGraph graph = find("scoring/sco-3", Direction.UPSTREAM);
        assertThat(node(graph, story.name("model/1"))).satisfies(model -> {
            assertThat(model.run()).isNotNull().extracting(Run::id).isEqualTo("run-1");
            assertThat(model.path()).endsWith("model/dev/v1/model.zip");
        });
        assertThat(names(graph)).contains(story.path("a.csv") + "#aa");
    }

    @Test
    void whatIsToldTwiceIsKeptOnce() {
        story.refined().trained(1);
        LineageGraph once = find("gold/v1", Direction.BOTH);

        story.refined().trained(1);

        assertThat(find("gold/v1", Direction.BOTH)).isEqualTo(once);
    }

    @Test
    void aModelOfAPipelineIsKnownToBeMeasuredOnItsTestSetAndNoMore() {
        story.refined().store.add(story.modelTrained(1, TrainingTrigger.PIPELINE));

        assertThat(find("model/1", Direction.UPSTREAM).edges())
                .filteredOn(edge -> edge.target().equals(story.name("model/1")))
                .containsExactly(new LineageEdge(story.name("gold_test/dev/v1"), story.name("model/1")));
    }

    @Test
    void anotherContentOfTheSameFileIsAnotherNode() {
        story.refined();
        story.arrived("a.csv", "a2");
        story.store.add(story.bronze(2, "a.csv"));

        assertThat(find(story.path("a.csv"), Direction.BOTH).start())
                .containsExactly(story.path("a.csv") + "#aa", story.path("a.csv") + "#a2");
        assertThat(names(find(story.path("a.csv") + "#a2", Direction.DOWNSTREAM)))
                .containsExactlyInAnyOrder(story.name("ds01_diabetes/bronze/dev/v2"), story.path("a.csv") + "#a2");
    }

    @Test
    void aFileThatWasTurnedAwaySaysWhy() {
        story.arrived("c.csv", "cc");
        story.store.add(story.rejected("c.csv", "it has no column id"));

        assertThat(node(find(story.path("c.csv"), Direction.BOTH), story.path("c.csv") + "#cc"))
                .satisfies(file -> {
                    assertThat(file.rejected()).isEqualTo("it has no column id");
                    assertThat(file.kind()).isEqualTo(NodeKind.FILE);
                });
    }

    @Test
    void whatIsNearestComesFirstWhereThereIsTooMuch() {
        story.refined().trained(1);

        LineageGraph nearest = search("gold/v1", Direction.DOWNSTREAM, 50, 2);

        assertThat(nearest.truncated()).isTrue();
        assertThat(nearest.edges()).hasSize(2).allSatisfy(edge -> assertThat(edge.source())
                .isEqualTo(story.name("gold/dev/v1")));
        assertThat(nearest.nodes()).hasSize(3);
        assertThat(search("gold/v1", Direction.DOWNSTREAM, 50, 6).truncated()).isFalse();
        assertThat(names(search("gold/v1", Direction.DOWNSTREAM, 1, 100))).doesNotContain(story.name("model/1"));
    }

    @Test
    void anotherProjectsDataIsShownAndNotFollowed() {
        story.refined();
        var reader = new ToldStory(database);
        DatasetReference own = reader.gold();
        reader.store.add(reader.saved(own, List.of(story.silver().dataset())));

        LineageGraph graph = new LineageSearch(database)
                .find(
                        reader.project,
                        NodeQuery.parse(reader.project, reader.name("gold/v1"), EnvironmentTier.DEV),
                        new LineageSearch.Reach(Direction.UPSTREAM, 50, 100));

        assertThat(names(graph))
                .containsExactlyInAnyOrder(reader.name("gold/dev/v1"), story.name("ds01_diabetes/silver/dev/v1"));
        assertThatExceptionOfType(LineageNodeNotFound.class).isThrownBy(() -> new LineageSearch(database)
                .find(
                        reader.project,
                        new NodeQuery(story.name("gold/dev/v1"), null),
                        new LineageSearch.Reach(Direction.BOTH, 50, 100)));
    }

    @Test
    void whatWasSavedBeforeThereWasLineageHasItToo() {
        String url = LaptopDatabase.freshUrl();
        ToldStory.migrated(url, "1002?");
        JdbcClient older = ToldStory.client(url);
        insert(older, "ds01_diabetes", "bronze", "b.parquet", "[]", "[{'environment':'dev','path':'in/a.csv'}]");
        insert(
                older,
                "ds01_diabetes",
                "silver",
                "s.parquet",
                "[{'file':{'environment':'dev','path':'b.parquet'}}]",
                "[]");
        insert(older, "gold", "gold", "g.parquet", "[{'file':{'environment':'dev','path':'s.parquet'}}]", "[]");

        ToldStory.migrated(url, "latest");

        LineageGraph graph = new LineageSearch(older)
                .find(
                        story.project,
                        new NodeQuery(story.name("gold/dev/v1"), null),
                        new LineageSearch.Reach(Direction.UPSTREAM, 50, 100));
        assertThat(names(graph))
                .containsExactly(
                        story.name("ds01_diabetes/bronze/dev/v1"),
                        story.name("ds01_diabetes/silver/dev/v1"),
                        story.name("gold/dev/v1"),
                        "in/a.csv");
        assertThat(graph.edges()).hasSize(3);
        assertThat(node(graph, story.name("gold/dev/v1")).layer()).isEqualTo(LakeLayer.GOLD);
    }

    private void insert(JdbcClient older, String dataset, String layer, String path, String inputs, String files) {
        older.sql("""
                        INSERT INTO dataset_version (project, model, dataset, layer, environment, version, zone, path, rows,
                            bad_rows, fingerprint, columns, inputs, files, splits, run_id, saved_at, registry_name, terms)
                        VALUES (?, ?, ?, ?, 'dev', 1, 'zone', ?, 10, 0, 'f', '[]', CAST(? AS json), CAST(? AS json), '[]', 'run', now(), 'M11', '')""")
                .params(
                        story.project.value(),
                        ToldStory.MODEL.value(),
                        dataset,
                        layer,
                        path,
                        inputs.replace('\'', '"'),
                        files.replace('\'', '"'))
                .update();
    }

    private String start(String rest) {
        return find(rest, Direction.BOTH).start().get(0);
    }

    private LineageGraph find(String text, Direction direction) {
        return search(text, direction, 50, 100);
    }

    private LineageGraph search(String text, Direction direction, int depth, int limit) {
        boolean ofModel = text.matches("(gold|ds01|model).*");
        String node = ofModel ? story.name(text) : text;
        return new LineageSearch(database)
                .find(
                        story.project,
                        NodeQuery.parse(story.project, node, EnvironmentTier.DEV),
                        new LineageSearch.Reach(direction, depth, limit));
    }

    private static List<String> names(LineageGraph graph) {
        return graph.nodes().stream().map(LineageNode::name).toList();
    }

    private static LineageNode node(LineageGraph graph, String name) {
        return graph.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
