CREATE TABLE project_environment (
    project        text        NOT NULL,
    environment    text        NOT NULL,
    revision       integer     NOT NULL,
    state          text        NOT NULL,
    failure        text,
    provisioned_at timestamptz,
    PRIMARY KEY (project, environment)
);

CREATE TABLE provisioning_step (
    project     text        NOT NULL,
    environment text        NOT NULL,
    revision    integer     NOT NULL,
    step        text        NOT NULL,
    done_at     timestamptz NOT NULL,
    PRIMARY KEY (project, environment, revision, step)
);

CREATE TABLE provisioned_resource (
    project     text NOT NULL,
    environment text NOT NULL,
    type        text NOT NULL,
    name        text NOT NULL,
    id          text NOT NULL,
    PRIMARY KEY (project, environment, type, name)
);

-- what is to be made as a whole; whoever ends an environment locks this row, so that exactly one sees the last one end
CREATE TABLE project_provisioning (
    project      text PRIMARY KEY,
    display_name text NOT NULL,
    cost_center  text NOT NULL
);
