-- What the search finds a version by: names as they are and the words they are made of, in lower case.
CREATE FUNCTION catalogue_terms(names text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
    SELECT coalesce(array_to_tsvector(array_agg(DISTINCT left(term, 200))), CAST('' AS tsvector))
    FROM unnest(names) AS name,
        LATERAL (SELECT lower(name) UNION ALL SELECT regexp_split_to_table(lower(name), '[^a-z0-9]+')) AS terms (term)
    WHERE term <> ''
$$;

ALTER TABLE dataset_version
    ADD COLUMN registry_name text,
    ADD COLUMN phase         text    NOT NULL DEFAULT 'production' CHECK (phase IN ('research', 'production')),
    ADD COLUMN newest        boolean NOT NULL DEFAULT false,
    ADD COLUMN tags          jsonb   NOT NULL DEFAULT '{}',
    ADD COLUMN sample        jsonb,
    ADD COLUMN terms         tsvector,
    ADD COLUMN for_good      boolean NOT NULL DEFAULT false,
    ADD COLUMN removed_at    timestamptz,
    ADD COLUMN files_gone    boolean NOT NULL DEFAULT false;

COMMENT ON COLUMN dataset_version.newest IS 'of all versions of its registered dataset in its environment and phase';
COMMENT ON COLUMN dataset_version.for_good IS 'saved before the service was told what models learn from: never removed';
COMMENT ON COLUMN dataset_version.removed_at IS 'when it was decided to remove its files; files_gone once that is done';

UPDATE dataset_version
SET registry_name = 'M' || left(model, 2) || CASE
        WHEN layer NOT IN ('bronze', 'silver') THEN ''
        WHEN zone LIKE '%/train' THEN '_' || dataset || '_train'
        ELSE '_' || dataset || '_inference' END || '_' || upper(layer),
    tags = jsonb_strip_nulls(jsonb_build_object('model', 'M' || left(model, 2), 'run', run_id, 'date_folder', day)),
    for_good = true;

UPDATE dataset_version
SET terms = catalogue_terms(ARRAY[project, model, dataset, layer, environment, registry_name]
        || (SELECT array_agg(tag.key || '=' || tag.value) FROM jsonb_each_text(tags) AS tag)
        || (SELECT array_agg(col ->> 'name') FROM json_array_elements(columns) AS col)),
    newest = NOT EXISTS (SELECT 1 FROM dataset_version AS later
        WHERE later.project = dataset_version.project AND later.model = dataset_version.model
            AND later.registry_name = dataset_version.registry_name
            AND later.environment = dataset_version.environment AND later.version > dataset_version.version);

ALTER TABLE dataset_version
    ALTER COLUMN registry_name SET NOT NULL,
    ALTER COLUMN terms SET NOT NULL;

CREATE UNIQUE INDEX dataset_newest ON dataset_version (project, model, registry_name, environment, phase) WHERE newest;
CREATE INDEX dataset_version_in_order ON dataset_version (project, model, registry_name, environment, version);
CREATE INDEX dataset_version_terms ON dataset_version USING gin (terms);
CREATE INDEX dataset_newest_terms ON dataset_version USING gin (terms) WHERE newest;
CREATE INDEX dataset_version_inputs ON dataset_version USING gin (CAST(inputs AS jsonb) jsonb_path_ops);
CREATE INDEX dataset_version_to_remove ON dataset_version (id) WHERE removed_at IS NOT NULL AND NOT files_gone;

-- The test sets each model version was scored on; through their lineage, what it learned from.
CREATE TABLE scored_test_set (
    project       text        NOT NULL,
    model         text        NOT NULL,
    model_version integer     NOT NULL,
    environment   text        NOT NULL,
    path          text        NOT NULL,
    trained_on    boolean     NOT NULL,
    scored_at     timestamptz NOT NULL,
    PRIMARY KEY (project, model, model_version, environment, path)
);

-- The model versions that are champion of an environment, or were once.
CREATE TABLE champion (
    project       text    NOT NULL,
    model         text    NOT NULL,
    model_version integer NOT NULL,
    PRIMARY KEY (project, model, model_version)
);
