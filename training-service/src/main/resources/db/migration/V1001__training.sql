CREATE TABLE configured_model (
    project  text    NOT NULL,
    model    text    NOT NULL,
    revision integer NOT NULL,
    owner    text    NOT NULL,
    settings jsonb   NOT NULL,
    PRIMARY KEY (project, model)
);

CREATE TABLE gold_version (
    project  text        NOT NULL,
    model    text        NOT NULL,
    version  integer     NOT NULL,
    gold     jsonb       NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (project, model, version)
);

CREATE TABLE training_run (
    seq           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id        text        NOT NULL UNIQUE,
    project       text        NOT NULL,
    model         text        NOT NULL,
    trigger       text        NOT NULL,
    gold_version  integer,
    delivery      jsonb,
    requested_by  text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('REQUESTED', 'RUNNING', 'COMPLETED', 'FAILED')),
    attempts      integer     NOT NULL DEFAULT 0,
    reason        text,
    model_version integer,
    requested_at  timestamptz NOT NULL,
    started_at    timestamptz,
    finished_at   timestamptz,
    CHECK ((gold_version IS NULL) <> (delivery IS NULL))
);

CREATE INDEX training_run_of_model ON training_run (project, model, seq);
CREATE UNIQUE INDEX training_run_one_at_a_time ON training_run (project, model) WHERE state = 'RUNNING';

CREATE TABLE model_version (
    project         text        NOT NULL,
    model           text        NOT NULL,
    version         integer     NOT NULL,
    run_id          text        NOT NULL UNIQUE REFERENCES training_run (run_id),
    trigger         text        NOT NULL,
    algorithm       text        NOT NULL,
    artifact_path   text        NOT NULL,
    artifact_sha256 text        NOT NULL,
    artifact_bytes  bigint      NOT NULL,
    lineage         jsonb       NOT NULL,
    leaderboard     jsonb       NOT NULL,
    requested_by    text        NOT NULL,
    trained_at      timestamptz NOT NULL,
    PRIMARY KEY (project, model, version)
);

CREATE TABLE test_scoring (
    project          text        NOT NULL,
    model            text        NOT NULL,
    version          integer     NOT NULL,
    test_set_version integer     NOT NULL,
    metrics          jsonb       NOT NULL,
    scored_at        timestamptz NOT NULL,
    PRIMARY KEY (project, model, version, test_set_version),
    FOREIGN KEY (project, model, version) REFERENCES model_version
);

CREATE TABLE champion (
    project     text        NOT NULL,
    model       text        NOT NULL,
    environment text        NOT NULL,
    version     integer     NOT NULL,
    since       timestamptz NOT NULL,
    PRIMARY KEY (project, model, environment)
);
