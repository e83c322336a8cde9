-- work may wait until nothing more is asked for, yet not beyond the latest start
ALTER TABLE reconciliation
    ADD COLUMN due          timestamptz NOT NULL DEFAULT 'epoch',
    ADD COLUMN latest_start timestamptz;

-- what was said last about a file: repeats and older events are told by it
ALTER TABLE arrival
    ADD COLUMN event_id       text,
    ADD COLUMN sequence       text COLLATE "C",
    ADD COLUMN expected_bytes bigint      NOT NULL DEFAULT 0,
    ADD COLUMN told_at        timestamptz NOT NULL DEFAULT 'epoch',
    DROP CONSTRAINT arrival_state_check,
    ADD CONSTRAINT arrival_state_check CHECK (state IN ('NEW', 'INCOMPLETE', 'ACCEPTED', 'REJECTED', 'GONE'));

-- what each environment's active files say, as last understood; a file that can't be understood leaves the values as they are
CREATE TABLE active_choice (
    project       text        NOT NULL,
    model         text        NOT NULL,
    environment   text        NOT NULL,
    use           text        NOT NULL,
    day           date,
    model_version integer     NOT NULL,
    etag          text,
    problem       text,
    read_at       timestamptz NOT NULL,
    PRIMARY KEY (project, model, environment, use)
);

CREATE TABLE lake_migration (
    environment text        PRIMARY KEY,
    state       text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'STUCK')),
    started_by  text        NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz
);

-- a file is COPIED before it is removed where it was, so that whoever is stopped between goes on from there
CREATE TABLE lake_migration_move (
    environment text        NOT NULL,
    source      text        NOT NULL,
    target      text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('COPIED', 'DONE', 'FAILED')),
    sha256      text,
    reason      text,
    moved_at    timestamptz NOT NULL,
    PRIMARY KEY (environment, source)
);

CREATE TABLE laid_out_folder (
    project     text NOT NULL,
    environment text NOT NULL,
    path        text NOT NULL,
    PRIMARY KEY (project, environment, path)
);
