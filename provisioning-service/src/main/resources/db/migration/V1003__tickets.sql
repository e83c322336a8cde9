CREATE TABLE ticket (
    order_id     uuid PRIMARY KEY,
    system       text NOT NULL,
    instance     text NOT NULL,
    record_id    text NOT NULL,
    number       text NOT NULL,
    callback_url text
);

CREATE TABLE ticket_answer (
    order_id   uuid        NOT NULL REFERENCES ticket,
    sequence   integer     NOT NULL,
    status     text        NOT NULL,
    project    text,
    reasons    text[]      NOT NULL,
    decided_at timestamptz NOT NULL,
    state      text        NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'ANSWERED', 'UNDELIVERABLE')),
    PRIMARY KEY (order_id, sequence)
);
