package io.aifactory.lake.lineage;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.DatasetRejected;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.events.ScoringCompleted;
import io.aifactory.contracts.events.TrainingTrigger;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what came from what, with the surrounding transaction. The same may be told twice and in any order: what is named
 * before it is told of is a node without a run until then.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class LineageStore {

    private final JdbcClient database;

    public LineageStore(JdbcClient database) {
        this.database = database;
    }

    /** Keeps from what a dataset version was made. */
    public void add(DatasetSaved saved) {
        LineageNode made = NamedNodes.dataset(saved);
        List<LineageNode> inputs = saved.inputs().stream()
                .map(input -> NamedNodes.input(saved.project(), saved.model(), input))
                .toList();
        inputs.forEach(this::put);
        List<String> files = putFiles(made, saved.files());
        put(made);
        connect(made, inputs.stream().map(LineageNode::name).toList());
        connect(made, files);
    }

    /** Keeps that a file was turned away, and why. */
    public void add(DatasetRejected rejected) {
        put(NamedNodes.rejected(rejected, contentOf(rejected.file())));
    }

    /**
     * Keeps from what a model version was trained: all three parts of the gold whose test set it was measured on, or the
     * test set alone if a pipeline trained it elsewhere, on nobody here knows what.
     */
    void add(ModelTrained trained) {
        LineageNode test = NamedNodes.input(trained.project(), trained.model(), trained.testSet());
        LineageNode made = NamedNodes.model(trained);
        put(test);
        put(made);
        var sources = new ArrayList<>(List.of(test.name()));
        if (trained.trigger() != TrainingTrigger.PIPELINE) {
            sources.addAll(learnedFromWith(test));
        }
        connect(made, sources);
    }

    /** Keeps which model version scored, and what; what was asked online is no dataset. */
    void add(ScoringCompleted completed) {
        LineageNode made = NamedNodes.scoring(completed);
        LineageNode scorer = NamedNodes.heardOf(completed.project(), completed.model(), completed.version());
        var sources = new ArrayList<>(List.of(scorer));
        DatasetReference scored = completed.input();
        if (scored != null) {
            sources.add(NamedNodes.input(completed.project(), completed.model(), scored));
        }
        sources.forEach(this::put);
        put(made);
        connect(made, sources.stream().map(LineageNode::name).toList());
    }

    private void put(LineageNode node) {
        Run run = node.run();
        database.sql("""
                        INSERT INTO lineage_node (name, project, kind, model, dataset, layer, environment, version, path, sha256,
                            rows, run_id, ended_at, rejected)
                        VALUES (:name, :project, :kind, :model, :dataset, :layer, :environment, :version, :path, :sha256,
                            :rows, :runId, :endedAt, :rejected)
                        ON CONFLICT (name) DO UPDATE SET path = excluded.path, sha256 = excluded.sha256, rows = excluded.rows,
                            run_id = excluded.run_id, ended_at = excluded.ended_at, rejected = excluded.rejected
                        WHERE lineage_node.run_id IS NULL AND excluded.run_id IS NOT NULL""")
                .param("name", node.name())
                .param("project", node.project().value())
                .param("kind", node.kind().name())
                .param("model", node.model().value())
                .param("dataset", node.dataset())
                .param("layer", node.layer() == null ? null : node.layer().label())
                .param("environment", node.environment().label())
                .param("version", node.version())
                .param("path", node.path())
                .param("sha256", node.sha256())
                .param("rows", node.rows())
                .param("runId", run == null ? null : run.id())
                .param("endedAt", run == null ? null : run.endedAt().atOffset(ZoneOffset.UTC))
                .param("rejected", node.rejected())
                .update();
    }

    private void connect(LineageNode target, List<String> sources) {
        database.sql("""
                        INSERT INTO lineage_edge (target, source)
                        SELECT target.id, source.id FROM lineage_node AS target, lineage_node AS source
                        WHERE target.name = :target AND source.name = ANY(:sources)
                        ON CONFLICT DO NOTHING""")
                .param("target", target.name())
                .param("sources", sources.toArray(String[]::new))
                .update();
    }

    /** A table may have thousands of files, so they are written together. Their contents are those that were examined. */
    private List<String> putFiles(LineageNode made, List<LakeFile> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        WITH content AS (
                            SELECT file.path || coalesce('#' || arrival.sha256, '') AS name, file.path, arrival.sha256
                            FROM unnest(:paths) AS file (path)
                                LEFT JOIN arrival ON arrival.environment = :environment AND arrival.path = file.path
                        ), added AS (
                            INSERT INTO lineage_node (name, project, kind, model, dataset, environment, path, sha256)
                            SELECT name, :project, 'FILE', :model, :dataset, :environment, path, sha256 FROM content
                            ON CONFLICT (name) DO NOTHING
                        )
                        SELECT name FROM content""")
                .param("paths", files.stream().map(LakeFile::path).toArray(String[]::new))
                .param("project", made.project().value())
                .param("model", made.model().value())
                .param("dataset", made.dataset())
                .param("environment", made.environment().label())
                .query(String.class)
                .list();
    }

    private @Nullable String contentOf(LakeFile file) {
        return database.sql("SELECT sha256 FROM arrival WHERE environment = :environment AND path = :path")
                .param("environment", file.environment().label())
                .param("path", file.path())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The parts of the same gold that are learned from. */
    private List<String> learnedFromWith(LineageNode test) {
        return database.sql("""
                        SELECT part.name FROM lineage_node AS test
                            JOIN lineage_edge AS cut ON cut.target = test.id
                            JOIN lineage_edge AS beside ON beside.source = cut.source
                            JOIN lineage_node AS part ON part.id = beside.target
                        WHERE test.name = :test AND part.layer IN ('gold_train', 'gold_validate')""").param("test", test.name()).query(String.class).list();
    }
}
