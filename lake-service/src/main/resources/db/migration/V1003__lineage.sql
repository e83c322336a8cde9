-- what there is: a file that was handed in, a dataset version, a model version, the rows of a scoring; named as people name it
CREATE TABLE lineage_node (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text        NOT NULL UNIQUE,
    project     text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('FILE', 'DATASET', 'MODEL', 'SCORING')),
    model       text        NOT NULL,
    dataset     text,
    layer       text,
    environment text        NOT NULL,
    version     integer,
    path        text,
    sha256      text,
    rows        bigint,
    -- of the run that made it; of a file that was turned away, the run that did
    run_id      text,
    ended_at    timestamptz,
    rejected    text,
    emitted     boolean     NOT NULL DEFAULT false,
    emit_after  timestamptz NOT NULL DEFAULT '-infinity'
);

CREATE INDEX lineage_node_of_path ON lineage_node (path);
CREATE INDEX lineage_node_to_emit ON lineage_node (emit_after, id) WHERE run_id IS NOT NULL AND NOT emitted;

-- the target was made from the source, by the target's run
CREATE TABLE lineage_edge (
    target bigint NOT NULL REFERENCES lineage_node,
    source bigint NOT NULL REFERENCES lineage_node,
    PRIMARY KEY (target, source)
);

CREATE INDEX lineage_edge_downstream ON lineage_edge (source, target);

-- what was saved before; which content its files had then was not kept
INSERT INTO lineage_node (name, project, kind, model, dataset, layer, environment, version, path, rows, run_id, ended_at)
SELECT concat_ws('/', project, model, nullif(dataset, 'gold'), layer, environment, 'v' || version),
    project, 'DATASET', model, dataset, layer, environment, version, path, rows, run_id, saved_at
FROM dataset_version
ORDER BY id;

INSERT INTO lineage_node (name, project, kind, model, dataset, environment, path)
SELECT DISTINCT ON (file ->> 'path')
    file ->> 'path', made.project, 'FILE', made.model, made.dataset, file ->> 'environment', file ->> 'path'
FROM dataset_version AS made CROSS JOIN LATERAL json_array_elements(made.files) AS file
ORDER BY file ->> 'path', made.id
ON CONFLICT (name) DO NOTHING;

INSERT INTO lineage_edge (target, source)
SELECT target.id, source.id
FROM dataset_version AS made
    CROSS JOIN LATERAL (
        SELECT file ->> 'environment' AS environment, file ->> 'path' AS path FROM json_array_elements(made.files) AS file
        UNION
        SELECT input -> 'file' ->> 'environment', input -> 'file' ->> 'path' FROM json_array_elements(made.inputs) AS input
    ) AS origin
    JOIN lineage_node AS target ON target.path = made.path AND target.environment = made.environment
    JOIN lineage_node AS source ON source.path = origin.path AND source.environment = origin.environment
ON CONFLICT DO NOTHING;
