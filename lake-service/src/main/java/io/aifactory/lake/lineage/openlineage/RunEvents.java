package io.aifactory.lake.lineage.openlineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.lake.engine.ColumnProfile;
import io.aifactory.lake.lineage.EndedRun;
import io.aifactory.lake.lineage.Job;
import io.aifactory.lake.lineage.LineageNode;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs as OpenLineage events. The same run is always the same event, with the same run id. */
final class RunEvents {

    static final String JOB_NAMESPACE = "aifactory";

    private static final String PRODUCER = "urn:aifactory:lake-service";

    private final OpenLineage openLineage = new OpenLineage(URI.create(PRODUCER));
    private final DatasetNaming naming;

    RunEvents(DatasetNaming naming) {
        this.naming = naming;
    }

    OpenLineage.RunEvent of(EndedRun ended) {
        return openLineage
                .newRunEventBuilder()
                .eventType(ended.failed() ? EventType.FAIL : EventType.COMPLETE)
                .eventTime(ended.run().endedAt().atZone(ZoneOffset.UTC))
                .run(openLineage.newRun(idOf(ended), runFacets(ended)))
                .job(job(ended.run().job()))
                .inputs(inputs(ended))
                .outputs(ended.failed() ? List.of() : List.of(output(ended)))
                .build();
    }

    /** A step's run makes several versions, and OpenLineage wants a run for each. */
    private static UUID idOf(EndedRun ended) {
        return uuid(ended.node().name() + "@" + ended.run().id());
    }

    private OpenLineage.RunFacets runFacets(EndedRun ended) {
        OpenLineage.RunFacetsBuilder facets = openLineage.newRunFacetsBuilder();
        ended.run().job().parent().ifPresent(step -> facets.parent(parent(step, ended)));
        if (ended.failed()) {
            facets.errorMessage(openLineage.newErrorMessageRunFacet(
                    String.valueOf(ended.node().rejected()), "Java", null));
        }
        return facets.build();
    }

    private OpenLineage.ParentRunFacet parent(String step, EndedRun ended) {
        return openLineage.newParentRunFacet(
                openLineage.newParentRunFacetRun(stepId(ended.run().id()), openLineage.newParentRunFacetRunFacets()),
                openLineage.newParentRunFacetJob(JOB_NAMESPACE, step, openLineage.newParentRunFacetJobFacets()),
                null);
    }

    private OpenLineage.Job job(Job job) {
        var type = openLineage.newJobTypeJobFacet("BATCH", "AIFACTORY", "JOB", null);
        return openLineage.newJob(
                JOB_NAMESPACE,
                job.name(),
                openLineage.newJobFacetsBuilder().jobType(type).build());
    }

    private List<OpenLineage.InputDataset> inputs(EndedRun ended) {
        List<LineageNode> inputs = ended.failed() ? List.of(ended.node()) : ended.inputs();
        return inputs.stream().map(this::input).toList();
    }

    private OpenLineage.InputDataset input(LineageNode node) {
        return openLineage.newInputDataset(
                naming.namespace(node),
                naming.name(node),
                facets(node, List.of()),
                openLineage.newInputDatasetInputFacetsBuilder().build());
    }

    private OpenLineage.OutputDataset output(EndedRun ended) {
        LineageNode node = ended.node();
        OpenLineage.OutputDatasetOutputFacetsBuilder facets = openLineage.newOutputDatasetOutputFacetsBuilder();
        if (node.rows() != null) {
            facets.outputStatistics(openLineage.newOutputStatisticsOutputDatasetFacet(node.rows(), null, 1L));
        }
        return openLineage.newOutputDataset(
                naming.namespace(node), naming.name(node), facets(node, ended.columns()), facets.build());
    }

    private OpenLineage.DatasetFacets facets(LineageNode node, List<ColumnProfile> columns) {
        OpenLineage.DatasetFacetsBuilder facets = openLineage.newDatasetFacetsBuilder();
        String namespace = naming.namespace(node);
        facets.dataSource(openLineage.newDatasourceDatasetFacet(namespace, URI.create(namespace)));
        String version = naming.version(node);
        if (version != null) {
            facets.version(openLineage.newDatasetVersionDatasetFacet(version));
        }
        if (!columns.isEmpty()) {
            facets.schema(openLineage.newSchemaDatasetFacet(
                    columns.stream().map(this::field).toList()));
            facets.dataQualityMetrics(metrics(node, columns));
        }
        return facets.build();
    }

    private OpenLineage.SchemaDatasetFacetFields field(ColumnProfile column) {
        return openLineage
                .newSchemaDatasetFacetFieldsBuilder()
                .name(column.name())
                .type(column.type())
                .build();
    }

    private OpenLineage.DataQualityMetricsDatasetFacet metrics(LineageNode node, List<ColumnProfile> columns) {
        OpenLineage.DataQualityMetricsDatasetFacetColumnMetricsBuilder metrics =
                openLineage.newDataQualityMetricsDatasetFacetColumnMetricsBuilder();
        columns.forEach(column -> metrics.put(
                column.name(),
                openLineage
                        .newDataQualityMetricsDatasetFacetColumnMetricsAdditionalBuilder()
                        .nullCount(column.nulls())
                        .distinctCount(column.distinct())
                        .min(number(column, column.min()))
                        .max(number(column, column.max()))
                        .build()));
        return openLineage
                .newDataQualityMetricsDatasetFacetBuilder()
                .rowCount(node.rows())
                .columnMetrics(metrics.build())
                .build();
    }

    /** OpenLineage knows the least and greatest of numbers only; a column of numbers has a mean. */
    private static @Nullable Double number(ColumnProfile column, @Nullable String value) {
        return column.mean() == null || value == null ? null : Double.valueOf(value);
    }

    private static UUID stepId(String runId) {
        try {
            return UUID.fromString(runId);
        } catch (IllegalArgumentException noUuid) {
            return uuid(runId);
        }
    }

    private static UUID uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
    }
}
