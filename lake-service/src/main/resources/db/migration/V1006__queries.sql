-- every query by which a team had its data refined; those of the merge have no dataset
CREATE TABLE query_version (
    project     text        NOT NULL,
    model       text        NOT NULL,
    environment text        NOT NULL,
    dataset     text        NOT NULL,
    version     integer     NOT NULL,
    sha256      text        NOT NULL,
    content     text        NOT NULL,
    found_at    timestamptz NOT NULL,
    PRIMARY KEY (project, model, environment, dataset, version)
);
