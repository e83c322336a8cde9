create table project (
    project           text primary key,
    decommissioned_at timestamptz
);

create table endpoint (
    project     text        not null,
    environment text        not null,
    model       text        not null,
    opened_at   timestamptz not null,
    version     int,
    deployed_at timestamptz,
    primary key (project, environment, model)
);

create table endpoint_key (
    key_id      text primary key,
    project     text        not null,
    environment text        not null,
    model       text        not null,
    salt        bytea       not null,
    hash        bytea       not null,
    made_by     text        not null,
    made_at     timestamptz not null,
    revoked_by  text,
    revoked_at  timestamptz,
    foreign key (project, environment, model) references endpoint
);
create index endpoint_key_of_endpoint on endpoint_key (project, environment, model);

create table deployment (
    deployment_id   text primary key,
    project         text        not null,
    environment     text        not null,
    model           text        not null,
    promotion_id    text        not null,
    version         int         not null,
    artifact_path   text        not null,
    artifact_sha256 text        not null,
    artifact_bytes  bigint      not null,
    promoted_at     timestamptz not null,
    state           text        not null,
    reason          text,
    deployed_at     timestamptz,
    foreign key (project, environment, model) references endpoint
);
create index deployment_of_version on deployment (project, environment, model, version);
create unique index deployment_one_ready on deployment (project, environment, model) where state = 'READY';

-- What a model version reads and answers: the columns of its scored rows.
create table scored_shape (
    project text not null,
    model   text not null,
    version int  not null,
    shape   text not null,
    primary key (project, model, version)
);

-- A scoring is a file of scored rows: the answers to one caller that were brought to the lake together, or a batch.
create table scoring (
    scoring_id      text primary key,
    kind            text        not null,
    project         text        not null,
    environment     text        not null,
    model           text        not null,
    version         int,
    caller          text        not null,
    state           text        not null,
    reason          text,
    path            text,
    row_count       bigint      not null default 0,
    first_scored_at timestamptz,
    last_scored_at  timestamptz,
    asked_at        timestamptz not null,
    completed_at    timestamptz
);
create index scoring_by_time on scoring (project, last_scored_at desc);
create index scoring_unfinished on scoring (state) where state in ('WAITING', 'RUNNING');

-- Answered requests on their way to the lake. Rows are the caller's JSON array as it came; scores are doubles,
-- big-endian, row after row.
create table pending_scores (
    request_id  text primary key,
    project     text        not null,
    environment text        not null,
    model       text        not null,
    version     int         not null,
    caller      text        not null,
    scored_at   timestamptz not null,
    row_count   int         not null,
    rows        bytea       not null,
    scores      bytea       not null,
    scoring_id  text references scoring
);
create index pending_scores_of_scoring on pending_scores (scoring_id, request_id);
create index pending_scores_by_group on pending_scores (project, environment, model, version, caller, request_id)
    where scoring_id is null;

create table batch_input (
    scoring_id text primary key references scoring,
    dataset    text not null
);
