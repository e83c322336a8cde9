CREATE TABLE environment (
    project        text        NOT NULL,
    environment    text        NOT NULL,
    provisioned_at timestamptz NOT NULL,
    PRIMARY KEY (project, environment)
);

CREATE TABLE project_membership (
    project  text    PRIMARY KEY,
    revision integer NOT NULL,
    roles    text[]  NOT NULL
);

CREATE TABLE configured_model (
    project  text    NOT NULL,
    model    text    NOT NULL,
    revision integer NOT NULL,
    content  json    NOT NULL,
    PRIMARY KEY (project, model)
);

-- how often each piece of work was asked for; who does it compares before and after, so that no request is overlooked
CREATE TABLE reconciliation (
    kind      text   NOT NULL,
    scope     text   NOT NULL,
    requested bigint NOT NULL,
    PRIMARY KEY (kind, scope)
);

CREATE SEQUENCE arrival_number;

CREATE TABLE arrival (
    environment text        NOT NULL,
    path        text        NOT NULL,
    zone        text        NOT NULL,
    dataset     text        NOT NULL,
    day         date        NOT NULL,
    number      bigint      NOT NULL,
    sightings   bigint      NOT NULL DEFAULT 1,
    state       text        NOT NULL CHECK (state IN ('NEW', 'ACCEPTED', 'REJECTED', 'GONE')),
    etag        text,
    sha256      text,
    columns     text[],
    arrived_at  timestamptz NOT NULL,
    PRIMARY KEY (environment, path)
);

CREATE INDEX arrival_of_dataset ON arrival (zone, environment, dataset, day, number);

CREATE TABLE rejection (
    environment text        NOT NULL,
    path        text        NOT NULL,
    etag        text        NOT NULL,
    project     text        NOT NULL,
    model       text        NOT NULL,
    dataset     text        NOT NULL,
    reason      text        NOT NULL,
    rejected_at timestamptz NOT NULL,
    PRIMARY KEY (environment, path, etag)
);

CREATE INDEX rejection_of_project ON rejection (project, rejected_at DESC);

CREATE TABLE dataset_version (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project     text        NOT NULL,
    model       text        NOT NULL,
    dataset     text        NOT NULL,
    layer       text        NOT NULL,
    environment text        NOT NULL,
    version     integer     NOT NULL,
    zone        text        NOT NULL,
    day         date,
    path        text        NOT NULL,
    rows        bigint      NOT NULL,
    bad_rows    bigint      NOT NULL,
    bad_path    text,
    fingerprint text        NOT NULL,
    columns     json        NOT NULL,
    inputs      json        NOT NULL,
    files       json        NOT NULL,
    splits      json        NOT NULL,
    run_id      text        NOT NULL,
    saved_at    timestamptz NOT NULL,
    UNIQUE (project, model, dataset, layer, environment, version),
    UNIQUE (environment, path)
);

CREATE INDEX dataset_version_of_table ON dataset_version (zone, dataset, layer, environment, day, version DESC);

-- from what a table was last made, so that what has not changed is not made again
CREATE TABLE made_from (
    table_id text PRIMARY KEY,
    inputs   text NOT NULL
);
