package io.aifactory.lake.dataset;

import io.aifactory.contracts.access.Caller;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.engine.ColumnProfile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the catalogue to the people of a project. */
@RestController
@RequestMapping("/projects/{project}")
class DatasetController {

    private final DatasetVersions versions;
    private final Rejections rejections;
    private final KnownProjects projects;

    DatasetController(DatasetVersions versions, Rejections rejections, KnownProjects projects) {
        this.versions = versions;
        this.rejections = rejections;
        this.projects = projects;
    }

    /** A version in a list. */
    record Line(
            ModelName model,
            DatasetName dataset,
            LakeLayer layer,
            EnvironmentTier environment,
            int version,
            long rows,
            long badRows,
            String path,
            String runId,
            Instant savedAt) {

        static Line of(DatasetVersion version) {
            DatasetReference reference = version.reference();
            return new Line(
                    version.table().zone().model(),
                    reference.dataset(),
                    reference.layer(),
                    version.table().environment(),
                    reference.version(),
                    reference.rows(),
                    version.badRows(),
                    reference.file().path(),
                    version.runId(),
                    version.savedAt());
        }
    }

    /** Everything that is known of a version. */
    record Detail(
            ModelName model,
            DatasetName dataset,
            LakeLayer layer,
            EnvironmentTier environment,
            int version,
            long rows,
            long badRows,
            String path,
            @Nullable String badPath,
            String fingerprint,
            String runId,
            Instant savedAt,
            List<ColumnProfile> columns,
            List<DatasetReference> inputs,
            List<LakeFile> files,
            List<DatasetReference> splits) {

        static Detail of(DatasetVersion version) {
            Line line = Line.of(version);
            return new Detail(
                    line.model,
                    line.dataset,
                    line.layer,
                    line.environment,
                    line.version,
                    line.rows,
                    line.badRows,
                    line.path,
                    version.badPath(),
                    version.fingerprint(),
                    line.runId,
                    line.savedAt,
                    version.columns(),
                    version.lineage().inputs(),
                    version.lineage().files(),
                    version.lineage().splits());
        }
    }

    @GetMapping("/datasets")
    List<Line> datasets(
            Caller caller,
            @PathVariable ProjectId project,
            @RequestParam(required = false) @Nullable ModelName model,
            @RequestParam(required = false) @Nullable DatasetName dataset,
            @RequestParam(required = false) @Nullable LakeLayer layer,
            @RequestParam(required = false) @Nullable EnvironmentTier environment,
            @RequestParam(defaultValue = "false") boolean latest) {
        projects.require(caller, project);
        var search = new DatasetSearch(project, model, dataset, layer, environment, null, latest);
        return versions.find(search).stream().map(Line::of).toList();
    }

    @GetMapping("/models/{model}/datasets/{dataset}/{layer}/{environment}/versions/{version}")
    Detail version(
            Caller caller,
            @PathVariable ProjectId project,
            @PathVariable ModelName model,
            @PathVariable DatasetName dataset,
            @PathVariable LakeLayer layer,
            @PathVariable EnvironmentTier environment,
            @PathVariable int version) {
        projects.require(caller, project);
        var search = new DatasetSearch(project, model, dataset, layer, environment, version, false);
        return versions.find(search).stream()
                .map(Detail::of)
                .findFirst()
                .orElseThrow(() -> new DatasetVersionNotFound(search));
    }

    @GetMapping("/rejections")
    List<Rejections.Rejection> rejections(
            Caller caller, @PathVariable ProjectId project, @RequestParam(required = false) @Nullable ModelName model) {
        projects.require(caller, project);
        return rejections.of(project, model);
    }
}
