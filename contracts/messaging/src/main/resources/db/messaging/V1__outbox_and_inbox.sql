CREATE TABLE outbox (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id      uuid        NOT NULL UNIQUE,
    type          text        NOT NULL,
    partition_key text        NOT NULL,
    lane          integer     NOT NULL,
    content       json        NOT NULL,
    created_at    timestamptz NOT NULL,
    sent_at       timestamptz
);

CREATE INDEX outbox_unsent ON outbox (lane, id) WHERE sent_at IS NULL;

CREATE TABLE inbox (
    seq             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id        text        NOT NULL,
    channel         text        NOT NULL,
    type            text        NOT NULL,
    partition_key   text        NOT NULL,
    content_type    text,
    content         bytea       NOT NULL,
    status          text        NOT NULL DEFAULT 'WAITING' CHECK (status IN ('WAITING', 'DONE', 'DEAD')),
    attempts        integer     NOT NULL DEFAULT 0,
    received_at     timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    done_at         timestamptz,
    first_failed_at timestamptz,
    last_failed_at  timestamptz,
    last_error      text,
    UNIQUE (channel, entry_id)
);

CREATE INDEX inbox_waiting ON inbox (partition_key, seq) WHERE status = 'WAITING';
CREATE INDEX inbox_waiting_in_order ON inbox (seq) WHERE status = 'WAITING';
