-- what the core team said of each dataset of master
CREATE TABLE master_dataset (
    dataset      text        PRIMARY KEY,
    key_column   text        NOT NULL,
    described_by text        NOT NULL,
    reason       text        NOT NULL,
    described_at timestamptz NOT NULL
);

CREATE SEQUENCE master_file_number;

-- what landed in master, and what became of the content that was looked at last
CREATE TABLE master_file (
    environment text        NOT NULL,
    path        text        NOT NULL,
    dataset     text        NOT NULL,
    number      bigint      NOT NULL,
    etag        text        NOT NULL,
    sha256      text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('NEW', 'COMMITTED', 'REJECTED')),
    reason      text,
    looked_at   timestamptz NOT NULL,
    PRIMARY KEY (environment, path)
);

CREATE INDEX master_file_of_dataset ON master_file (dataset, environment, number);

-- the tables of master that the factory writes, and from what each was last made; the table's own log has all versions
CREATE TABLE master_table (
    environment  text        NOT NULL,
    path         text        NOT NULL,
    version      bigint      NOT NULL,
    rows         bigint      NOT NULL,
    bad_rows     bigint      NOT NULL,
    made_from    text        NOT NULL,
    fingerprint  text        NOT NULL,
    committed_at timestamptz NOT NULL,
    PRIMARY KEY (environment, path)
);

-- who may read what of whom; one in force per source, environment and project
CREATE TABLE share (
    id          text        PRIMARY KEY,
    source      text        NOT NULL,
    environment text        NOT NULL,
    project     text        NOT NULL,
    shared_at   timestamptz NOT NULL,
    revoked_at  timestamptz
);

CREATE UNIQUE INDEX share_in_force ON share (source, environment, project) WHERE revoked_at IS NULL;

-- what a project has done with what it may read; model and dataset say where its own copies go, if it wants any
CREATE TABLE subscription (
    id            text        PRIMARY KEY,
    share         text        NOT NULL REFERENCES share,
    model         text,
    dataset       text,
    subscribed_at timestamptz NOT NULL,
    ended_at      timestamptz,
    CHECK ((model IS NULL) = (dataset IS NULL))
);

CREATE UNIQUE INDEX subscription_in_force ON subscription (share, coalesce(model, ''), coalesce(dataset, ''))
    WHERE ended_at IS NULL;

-- the versions that were opened to a subscriber; delivered_at is absent until all is done and told
CREATE TABLE delivery (
    subscription text        NOT NULL REFERENCES subscription,
    version      bigint      NOT NULL,
    files        text[]      NOT NULL,
    copies       text[]      NOT NULL,
    delivered_at timestamptz,
    PRIMARY KEY (subscription, version)
);

-- what a project gives back to master; from the core team's consent on every new version
CREATE TABLE share_back (
    id             text        PRIMARY KEY,
    project        text        NOT NULL,
    model          text        NOT NULL,
    dataset        text        NOT NULL,
    environment    text        NOT NULL,
    master_dataset text        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    offered_at     timestamptz NOT NULL
);

CREATE UNIQUE INDEX share_back_in_force ON share_back (project, environment, master_dataset)
    WHERE state IN ('OFFERED', 'ACCEPTED');

-- the versions that came back to master
CREATE TABLE share_back_commit (
    share_back     text        NOT NULL REFERENCES share_back,
    version        integer     NOT NULL,
    master_version bigint      NOT NULL,
    committed_at   timestamptz NOT NULL,
    PRIMARY KEY (share_back, version)
);

-- who did what about a share, a subscription or what is given back, and why
CREATE TABLE sharing_act (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    about   text        NOT NULL,
    act     text        NOT NULL,
    person  text        NOT NULL,
    reason  text        NOT NULL,
    done_at timestamptz NOT NULL
);

CREATE INDEX sharing_act_about ON sharing_act (about, id);
