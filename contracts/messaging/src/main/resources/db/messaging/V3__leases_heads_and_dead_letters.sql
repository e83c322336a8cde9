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

-- Stores entries in the given order, and returns the channel and id of those that are new. Partitions are entered in one order,
-- so that two who do so at the same time never block each other for ever. No statement may read the whole table, as the planner
-- would want it without statistics, nor be planned anew each time.
CREATE FUNCTION inbox_store(
    the_ids text[], the_channels text[], the_types text[], the_partitions text[], the_content_types text[], the_contents bytea[],
    the_trace_parents text[])
RETURNS TABLE (stored_channel text, stored_id text) LANGUAGE plpgsql VOLATILE
SET enable_seqscan TO off SET plan_cache_mode TO force_generic_plan AS $$
DECLARE
    stored integer;
BEGIN
    PERFORM inbox_enter_partition(partition)
    FROM (SELECT DISTINCT partition FROM unnest(the_partitions) AS given (partition) ORDER BY partition) AS given;
    RETURN QUERY
        INSERT INTO inbox (entry_id, channel, type, partition_key, content_type, content, trace_parent,
                           received_at, next_attempt_at, head)
        SELECT id, channel, type, partition, content_type, content, trace_parent, now(), '-infinity',
               place = min(place) OVER (PARTITION BY partition)
               AND NOT EXISTS (SELECT 1 FROM inbox WHERE status = 'WAITING' AND partition_key = partition)
        FROM (SELECT DISTINCT ON (channel, id) *
              FROM unnest(the_ids, the_channels, the_types, the_partitions, the_content_types, the_contents, the_trace_parents)
                   WITH ORDINALITY AS given (id, channel, type, partition, content_type, content, trace_parent, place)
              ORDER BY channel, id, place) AS given
        WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.channel = given.channel AND entry_id = id)
        ORDER BY place
        ON CONFLICT (channel, entry_id) DO NOTHING
        RETURNING channel, entry_id;
    GET DIAGNOSTICS stored = ROW_COUNT;
    IF stored < cardinality(the_ids) THEN
        -- one that was to be the head may turn out to be a repeat
        PERFORM inbox_name_head(partition)
        FROM unnest(the_partitions) AS given (partition)
        WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE status = 'WAITING' AND partition_key = partition AND head);
    END IF;
END
$$;

-- Ends the wait of heads that were handled, and lets the next of each partition have its turn. What was handled is never read
-- again, so only its id stays, to know a repeat by.
CREATE FUNCTION inbox_done(the_seqs bigint[], the_partitions text[], the_attempts integer)
RETURNS void LANGUAGE plpgsql VOLATILE
SET enable_seqscan TO off SET plan_cache_mode TO force_generic_plan AS $$
BEGIN
    PERFORM inbox_enter_partition(partition)
    FROM (SELECT partition FROM unnest(the_partitions) AS handled (partition) ORDER BY partition) AS handled;
    UPDATE inbox SET status = 'DONE', head = false, done_at = now(), content = '', attempts = the_attempts
    WHERE seq = ANY (the_seqs);
    UPDATE inbox SET head = true
    WHERE seq = ANY (ARRAY(
        SELECT (SELECT seq FROM inbox WHERE status = 'WAITING' AND partition_key = partition ORDER BY seq LIMIT 1)
        FROM unnest(the_partitions) AS handled (partition)))
      AND NOT head;
END
$$;

-- Gives an entry up, and lets the next of its partition have its turn.
CREATE FUNCTION inbox_dead(the_seq bigint, the_partition text, the_attempts integer)
RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM inbox_enter_partition(the_partition);
    UPDATE inbox SET status = 'DEAD', head = false, attempts = the_attempts WHERE seq = the_seq;
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
