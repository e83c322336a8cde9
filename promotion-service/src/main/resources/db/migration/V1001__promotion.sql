CREATE TABLE project_environment (
    project     text NOT NULL,
    environment text NOT NULL,
    PRIMARY KEY (project, environment)
);

CREATE TABLE configured_model (
    project   text    NOT NULL,
    model     text    NOT NULL,
    revision  integer NOT NULL,
    ml_type   text    NOT NULL,
    promotion jsonb   NOT NULL,
    PRIMARY KEY (project, model)
);

CREATE TABLE model_version (
    project              text        NOT NULL,
    model                text        NOT NULL,
    version              integer     NOT NULL,
    requested_by         text        NOT NULL,
    artifact_environment text        NOT NULL,
    artifact_path        text        NOT NULL,
    artifact_sha256      text        NOT NULL,
    artifact_bytes       bigint      NOT NULL,
    trained_at           timestamptz NOT NULL,
    PRIMARY KEY (project, model, version)
);

CREATE TABLE scoring (
    project          text    NOT NULL,
    model            text    NOT NULL,
    version          integer NOT NULL,
    dataset          text    NOT NULL,
    layer            text    NOT NULL,
    environment      text    NOT NULL,
    test_set_version integer NOT NULL,
    metrics          jsonb   NOT NULL,
    PRIMARY KEY (project, model, version, dataset, layer, environment, test_set_version)
);

CREATE TABLE promotion (
    promotion_id     text        PRIMARY KEY,
    project          text        NOT NULL,
    model            text        NOT NULL,
    version          integer     NOT NULL,
    from_environment text        NOT NULL,
    to_environment   text        NOT NULL,
    state            text        NOT NULL,
    requested_by     text        NOT NULL,
    requested_at     timestamptz NOT NULL,
    champion         integer,
    comparison       jsonb       NOT NULL,
    test_set         text,
    reasons          jsonb       NOT NULL,
    decided_by       text,
    comment          text,
    decided_at       timestamptz
);

CREATE INDEX promotion_by_model ON promotion (project, model, to_environment, requested_at);

-- of one model and target at most one promotion is on its way to a decision
CREATE UNIQUE INDEX promotion_awaiting ON promotion (project, model, to_environment) WHERE state = 'AWAITING_APPROVAL';

CREATE TABLE champion (
    promotion_id    text        PRIMARY KEY REFERENCES promotion,
    project         text        NOT NULL,
    model           text        NOT NULL,
    environment     text        NOT NULL,
    version         integer     NOT NULL,
    artifact_path   text        NOT NULL,
    artifact_sha256 text        NOT NULL,
    artifact_bytes  bigint      NOT NULL,
    approved_by     text        NOT NULL,
    since           timestamptz NOT NULL,
    until           timestamptz,
    deployed_at     timestamptz
);

CREATE UNIQUE INDEX champion_now ON champion (project, model, environment) WHERE until IS NULL;

CREATE TABLE decision (
    promotion_id text        PRIMARY KEY REFERENCES promotion,
    outcome      text        NOT NULL,
    decided_by   text        NOT NULL,
    reason       text,
    champion     integer,
    comparison   jsonb       NOT NULL,
    decided_at   timestamptz NOT NULL
);
