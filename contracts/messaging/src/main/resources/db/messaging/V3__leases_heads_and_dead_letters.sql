-- Which relay sends a lane's messages. A lease only spares two relays the same work: order and completeness do not depend on it.
CREATE TABLE outbox_lane (
    lane         integer PRIMARY KEY,
    leased_by    text,
    leased_until timestamptz NOT NULL DEFAULT '-infinity'
);

INSERT INTO outbox_lane (lane) SELECT generate_series(0, 15);

-- Writers of one partition take turns until they commit, so that its messages are numbered in commit order.
CREATE FUNCTION outbox_publish(the_id uuid, the_type text, the_partition text, the_lane integer, the_content json)
RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('outbox/' || the_partition, 0));
    INSERT INTO outbox (event_id, type, partition_key, lane, content, created_at)
    VALUES (the_id, the_type, the_partition, the_lane, the_content, now())
    ON CONFLICT (event_id) DO NOTHING;
END
$$;

-- The head of a partition is its oldest waiting entry, the only one that may be handled. Finding the next entry to handle
-- then costs the same however many wait behind the heads.
ALTER TABLE inbox
    ADD COLUMN head        boolean NOT NULL DEFAULT false,
    ADD COLUMN trace_parent text,
    ADD COLUMN properties  jsonb,
    ADD COLUMN error_type  text,
    ADD COLUMN error_place text,
    ADD COLUMN trace_id    text,
    DROP CONSTRAINT inbox_status_check,
    ADD CONSTRAINT inbox_status_check CHECK (status IN ('WAITING', 'DONE', 'DEAD', 'DISCARDED'));

UPDATE inbox entry SET head = true
WHERE status = 'WAITING'
  AND NOT EXISTS (
      SELECT 1 FROM inbox earlier
      WHERE earlier.status = 'WAITING' AND earlier.partition_key = entry.partition_key AND earlier.seq < entry.seq);

DROP INDEX inbox_waiting_in_order;
CREATE INDEX inbox_heads ON inbox (next_attempt_at DESC, seq) WHERE status = 'WAITING' AND head;
CREATE INDEX inbox_dead ON inbox (seq) WHERE status = 'DEAD';

-- Who comes into a partition and who leaves it take turns until they commit; otherwise one that comes just as the last one
-- leaves would find it occupied, not become the head, and wait for ever. These functions are in PL/pgSQL, which keeps the plans
-- of its statements; a function in SQL is planned at every call.
CREATE FUNCTION inbox_enter_partition(partition text) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('inbox/' || partition, 0));
END
$$;

CREATE FUNCTION inbox_name_head(partition text) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    UPDATE inbox SET head = true
    WHERE seq = (SELECT seq FROM inbox WHERE status = 'WAITING' AND partition_key = partition ORDER BY seq LIMIT 1)
      AND NOT head;
END
$$;

-- Stores an entry and returns whether it is new.
CREATE FUNCTION inbox_store(
    the_id text, the_channel text, the_type text, the_partition text, the_content_type text, the_content bytea,
    the_trace_parent text)
RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM inbox_enter_partition(the_partition);
    INSERT INTO inbox (entry_id, channel, type, partition_key, content_type, content, trace_parent, received_at, next_attempt_at,
                       head)
    VALUES (the_id, the_channel, the_type, the_partition, the_content_type, the_content, the_trace_parent, now(), '-infinity',
            NOT EXISTS (SELECT 1 FROM inbox WHERE status = 'WAITING' AND partition_key = the_partition))
    ON CONFLICT (channel, entry_id) DO NOTHING;
    RETURN FOUND;
END
$$;

-- Ends the wait of an entry in one of the other states, and lets the next of its partition have its turn.
CREATE FUNCTION inbox_leave(the_seq bigint, the_partition text, the_status text, the_attempts integer)
RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM inbox_enter_partition(the_partition);
    UPDATE inbox SET status = the_status, head = false, attempts = the_attempts,
           done_at = CASE WHEN the_status = 'DONE' THEN now() END
    WHERE seq = the_seq;
    PERFORM inbox_name_head(the_partition);
END
$$;

-- What people did about dead letters.
CREATE TABLE dead_letter_act (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    seq    bigint      NOT NULL,
    act    text        NOT NULL CHECK (act IN ('RESUBMITTED', 'DISCARDED')),
    person text        NOT NULL,
    reason text,
    at     timestamptz NOT NULL
);

CREATE INDEX dead_letter_act_seq ON dead_letter_act (seq);
