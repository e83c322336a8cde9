package io.aifactory.bench.catalogue;

import io.aifactory.bench.lake.LakeSite;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Fills the service's own tables as its code would have, but in bulk: environments, versions with columns, statistics, samples,
 * tags and search terms, and the lineage from files to the parts of gold.
 */
final class FilledCatalogue {

    private static final String MODELS = """
            CREATE TEMPORARY TABLE bench_model AS
            SELECT 'project' || lpad(CAST(n / %1$d + 1 AS text), 3, '0') AS project,
                CAST(10 + n %% %1$d AS text) || '_' || (ARRAY['customers', 'orders', 'claims', 'flights', 'meters'])[n %% 5 + 1] || '_clas' AS model
            FROM generate_series(0, %2$d - 1) AS n""";

    private static final String TABLES = """
            CREATE TEMPORARY TABLE bench_table AS
            SELECT project, model, dataset, layer, file, from_dataset, from_layer, 'projects/' || project || '/' || model || '/train' AS zone,
                'M' || left(model, 2) || CASE WHEN dataset = 'gold' THEN '' ELSE '_' || dataset || '_train' END || '_' || upper(layer) AS registry_name
            FROM bench_model, (VALUES
                (1, 'ds01_people', 'bronze', '/ds01_people/out/bronze/dev/v%d/bronze.parquet', NULL, NULL),
                (2, 'ds02_visits', 'bronze', '/ds02_visits/out/bronze/dev/v%d/bronze.parquet', NULL, NULL),
                (3, 'ds01_people', 'silver', '/ds01_people/out/silver/dev/v%d/silver.parquet', 'ds01_people', 'bronze'),
                (4, 'ds02_visits', 'silver', '/ds02_visits/out/silver/dev/v%d/silver.parquet', 'ds02_visits', 'bronze'),
                (5, 'gold', 'gold', '/gold/dev/v%d/gold.parquet', 'ds01_people,ds02_visits', 'silver'),
                (6, 'gold', 'gold_train', '/gold/dev/train/v%d/gold_train.parquet', 'gold', 'gold'),
                (7, 'gold', 'gold_validate', '/gold/dev/validate/v%d/gold_validate.parquet', 'gold', 'gold'),
                (8, 'gold', 'gold_test', '/gold/dev/test/v%d/gold_test.parquet', 'gold', 'gold'))
                AS kind (place, dataset, layer, file, from_dataset, from_layer)
            ORDER BY project, model, place""";

    private static final String VERSIONS = """
            INSERT INTO dataset_version (project, model, dataset, layer, environment, version, zone, path, rows, bad_rows,
                fingerprint, columns, inputs, files, splits, run_id, saved_at, registry_name, newest, tags, sample, terms)
            SELECT made.project, made.model, made.dataset, made.layer, 'dev', number, made.zone,
                made.zone || replace(made.file, '%d', CAST(number AS text)), 1000 + number, 0, md5(made.zone || made.file || number),
                (SELECT json_agg(json_build_object('name', col, 'type', 'DOUBLE', 'nulls', 3, 'distinct', 900, 'min', '0.5',
                    'max', '99.5', 'mean', 50.1, 'standardDeviation', 12.5, 'approximate', false)) FROM unnest(cols) AS col),
                coalesce((SELECT json_agg(json_build_object('dataset', origin.dataset, 'layer', origin.layer, 'version', number,
                    'file', json_build_object('environment', 'dev', 'path', origin.zone || replace(origin.file, '%d', CAST(number AS text))),
                    'rows', 1000 + number)) FROM bench_table AS origin
                    WHERE origin.project = made.project AND origin.model = made.model AND origin.layer = made.from_layer
                        AND origin.dataset = ANY (string_to_array(made.from_dataset, ','))), '[]'),
                CASE WHEN made.layer IN ('bronze', 'silver') THEN json_build_array(json_build_object('environment', 'dev',
                    'path', made.zone || '/' || made.dataset || '/in/dev/2026/11/20/v' || number || '.csv')) ELSE '[]' END,
                '[]', 'run-' || md5(made.zone || number), timestamptz '2026-11-01' + number * interval '1 day',
                made.registry_name, number = $versions,
                jsonb_build_object('model', 'M' || left(made.model, 2), 'run', 'run-' || md5(made.zone || number)),
                (SELECT jsonb_agg((SELECT jsonb_agg(left(col, 0) || line || '.5') FROM unnest(cols) AS col)) FROM generate_series(1, 10) AS line),
                catalogue_terms(ARRAY[made.project, made.model, made.dataset, made.layer, 'dev', made.registry_name,
                    'model=M' || left(made.model, 2)] || cols)
            FROM generate_series(1, $versions) AS number, bench_table AS made,
                (SELECT ARRAY['id', 'age', 'bmi', 'blood_pressure', 'region', 'segment', 'amount', 'balance', 'visits', 'churned'] AS cols) AS shape
            ORDER BY number, made.project, made.model""";

    private static final List<String> LINEAGE = List.of("""
            INSERT INTO lineage_node (name, project, kind, model, dataset, layer, environment, version, path, rows, run_id, ended_at, emitted)
            SELECT concat_ws('/', project, model, nullif(dataset, 'gold'), layer, environment, 'v' || version),
                project, 'DATASET', model, dataset, layer, environment, version, path, rows, run_id, saved_at, true
            FROM dataset_version
            ON CONFLICT DO NOTHING""", """
            INSERT INTO lineage_node (name, project, kind, model, dataset, environment, path)
            SELECT DISTINCT file ->> 'path', project, 'FILE', model, dataset, 'dev', file ->> 'path'
            FROM dataset_version CROSS JOIN LATERAL json_array_elements(files) AS file
            ON CONFLICT DO NOTHING""", """
            INSERT INTO lineage_edge (target, source)
            SELECT target.id, source.id FROM dataset_version AS made
                CROSS JOIN LATERAL (
                    SELECT file ->> 'path' AS path FROM json_array_elements(made.files) AS file
                    UNION SELECT input -> 'file' ->> 'path' FROM json_array_elements(made.inputs) AS input) AS origin
                JOIN lineage_node AS target ON target.path = made.path
                JOIN lineage_node AS source ON source.path = origin.path
            ON CONFLICT DO NOTHING""");

    private FilledCatalogue() {}

    /** Adds to a catalogue that has none of these models. */
    static void fill(LakeSite site, CataloguePlan plan) {
        try (Connection database = site.database();
                Statement statement = database.createStatement()) {
            statement.execute(MODELS.formatted(CataloguePlan.MODELS_OF_PROJECT, plan.models()));
            statement.execute(TABLES);
            statement.execute(
                    "INSERT INTO environment SELECT DISTINCT project, 'dev', timestamptz '2026-11-01' FROM bench_model ON CONFLICT DO NOTHING");
            statement.execute(VERSIONS.replace("$versions", String.valueOf(plan.versions())));
            for (String lineage : LINEAGE) {
                statement.execute(lineage);
            }
            statement.execute("ANALYZE");
        } catch (SQLException e) {
            throw new IllegalStateException("can not fill the catalogue", e);
        }
    }
}
