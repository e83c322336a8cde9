package io.aifactory.lake.retention;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What model versions learned from and were compared on, and which of them are or were champions. */
@Repository
class LearnedFrom {

    private final JdbcClient database;

    LearnedFrom(JdbcClient database) {
        this.database = database;
    }

    /** Remembers the test set of a model version, and that others were scored on it too. */
    void keep(ModelTrained trained) {
        add(trained, trained.version(), true);
        trained.peers().forEach(peer -> add(trained, peer.modelVersion(), false));
    }

    /** Remembers for good that a model version is a champion, wherever. */
    void keepChampion(ProjectId project, ModelName model, int version) {
        database.sql("""
                        INSERT INTO champion (project, model, model_version) VALUES (:project, :model, :version)
                        ON CONFLICT DO NOTHING""")
                .param("project", project.value())
                .param("model", model.value())
                .param("version", version)
                .update();
    }

    /**
     * Returns the test sets, through whose lineage the rest is found, of versions of a model that are or were champions, and of
     * those that were trained after the given time and may become one.
     */
    Set<LakeFile> testSetsToKeep(ProjectId project, ModelName model, Instant trainedAfter) {
        return new HashSet<>(database.sql("""
                        SELECT DISTINCT environment, path FROM scored_test_set AS scored
                        WHERE project = :project AND model = :model
                            AND (trained_on AND scored_at > :after OR EXISTS (SELECT 1 FROM champion
                                WHERE project = scored.project AND model = scored.model
                                    AND model_version = scored.model_version))""")
                .param("project", project.value())
                .param("model", model.value())
                .param("after", trainedAfter.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new LakeFile(EnvironmentTier.of(row.getString("environment")), row.getString("path")))
                .list());
    }

    /** Returns whether a version of the model is or was a champion of which it is not known what it learned from. */
    boolean hasChampionOfUnknownOrigin(ProjectId project, ModelName model) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM champion WHERE project = :project AND model = :model
                            AND NOT EXISTS (SELECT 1 FROM scored_test_set AS scored
                                WHERE scored.project = champion.project AND scored.model = champion.model
                                    AND scored.model_version = champion.model_version AND scored.trained_on))""")
                .param("project", project.value())
                .param("model", model.value())
                .query(Boolean.class)
                .single();
    }

    private void add(ModelTrained trained, int version, boolean trainedOn) {
        LakeFile testSet = trained.testSet().file();
        database.sql("""
                        INSERT INTO scored_test_set
                            (project, model, model_version, environment, path, trained_on, scored_at)
                        VALUES (:project, :model, :version, :environment, :path, :trainedOn, :at)
                        ON CONFLICT DO NOTHING""")
                .param("project", trained.project().value())
                .param("model", trained.model().value())
                .param("version", version)
                .param("environment", testSet.environment().label())
                .param("path", testSet.path())
                .param("trainedOn", trainedOn)
                .param("at", trained.trainedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
