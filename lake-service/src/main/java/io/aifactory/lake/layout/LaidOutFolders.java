package io.aifactory.lake.layout;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakePaths;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which folders of source datasets, and of queries, were given an access list of their own. A dataset that a model no longer has
 * keeps its folders, and who may use them has to change with the project's people all the same.
 */
@Repository
class LaidOutFolders {

    private final JdbcClient database;

    LaidOutFolders(JdbcClient database) {
        this.database = database;
    }

    void add(ProjectId project, EnvironmentTier environment, LakeFolder folder) {
        database.sql("""
                        INSERT INTO laid_out_folder (project, environment, path) VALUES (:project, :environment, :path)
                        ON CONFLICT DO NOTHING""")
                .param("project", project.value())
                .param("environment", environment.label())
                .param("path", folder.path())
                .update();
    }

    void remove(EnvironmentTier environment, LakeFolder folder) {
        database.sql("DELETE FROM laid_out_folder WHERE environment = :environment AND path = :path")
                .param("environment", environment.label())
                .param("path", folder.path())
                .update();
    }

    List<LakeFolder> of(ProjectId project, EnvironmentTier environment) {
        return database.sql("""
                        SELECT path FROM laid_out_folder WHERE project = :project AND environment = :environment
                        ORDER BY path""")
                .param("project", project.value())
                .param("environment", environment.label())
                .query((row, number) -> (LakeFolder) LakePaths.parse(row.getString(1)))
                .list();
    }
}
