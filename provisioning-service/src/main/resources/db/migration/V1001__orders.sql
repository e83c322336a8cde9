CREATE TABLE project_number (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    last     integer NOT NULL CHECK (last BETWEEN 0 AND 999)
);

INSERT INTO project_number (last) VALUES (0);

CREATE TABLE project_order (
    id              uuid        PRIMARY KEY,
    status          text        NOT NULL,
    project         text        UNIQUE,
    display_name    text        NOT NULL,
    owner           text        NOT NULL,
    cost_center     text        NOT NULL,
    environments    text[]      NOT NULL,
    ordered_by      text        NOT NULL,
    fingerprint     text        NOT NULL,
    ticket_system   text,
    ticket_instance text,
    ticket_number   text,
    reasons         text[]      NOT NULL,
    submitted_at    timestamptz NOT NULL
);

CREATE INDEX project_order_ticket ON project_order (ticket_number) WHERE ticket_number IS NOT NULL;

CREATE TABLE member_list (
    project    text        PRIMARY KEY,
    revision   integer     NOT NULL,
    members    json        NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE TABLE model_configuration (
    project       text        NOT NULL,
    model         text        NOT NULL,
    revision      integer     NOT NULL,
    owner         text        NOT NULL,
    settings      json        NOT NULL,
    levels        json        NOT NULL,
    configured_at timestamptz NOT NULL,
    PRIMARY KEY (project, model)
);
