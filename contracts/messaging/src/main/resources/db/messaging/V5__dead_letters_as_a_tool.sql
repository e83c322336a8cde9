-- What dead letters are grouped by: the event type, the exception and the place in our code.
CREATE FUNCTION inbox_cause(type text, error_type text, error_place text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT left(md5(type || E'\n' || coalesce(error_type, '') || E'\n' || coalesce(error_place, '')), 12);
$$;

CREATE INDEX inbox_dead_by_cause ON inbox (inbox_cause(type, error_type, error_place), seq) WHERE status = 'DEAD';

-- Makes the oldest waiting entry of a partition its head again, unless the present head is being handled by somebody else:
-- that one stays, and whoever ends its handling comes here or names the next. The caller has entered the partition.
CREATE FUNCTION inbox_move_head(partition text) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM FROM inbox WHERE status = 'WAITING' AND partition_key = partition AND head FOR UPDATE SKIP LOCKED;
    IF FOUND THEN
        UPDATE inbox SET head = false
        WHERE status = 'WAITING' AND partition_key = partition AND head
          AND EXISTS (SELECT 1 FROM inbox earlier
                      WHERE earlier.status = 'WAITING' AND earlier.partition_key = partition AND earlier.seq < inbox.seq);
    END IF;
    IF NOT EXISTS (SELECT 1 FROM inbox WHERE status = 'WAITING' AND partition_key = partition AND head) THEN
        PERFORM inbox_name_head(partition);
    END IF;
END
$$;

-- After a failed attempt: an earlier entry that was resubmitted meanwhile has its turn first.
CREATE FUNCTION inbox_give_way(the_partition text) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM inbox_enter_partition(the_partition);
    PERFORM inbox_move_head(the_partition);
END
$$;

-- Lets dead entries wait again, each in its old place, and returns which were dead. Partitions are entered in one order, so
-- that two who resubmit at the same time do not block each other for ever; an entry another one has in hand is left to him,
-- and so is one that dies only now, in a partition that was not entered.
CREATE FUNCTION inbox_resubmit(the_seqs bigint[]) RETURNS TABLE (the_seq bigint, the_type text) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    the_partitions text[] := ARRAY(
        SELECT DISTINCT partition_key FROM inbox WHERE seq = ANY (the_seqs) AND status = 'DEAD' ORDER BY partition_key);
    the_partition text;
BEGIN
    FOREACH the_partition IN ARRAY the_partitions LOOP
        PERFORM inbox_enter_partition(the_partition);
    END LOOP;
    RETURN QUERY
        UPDATE inbox SET status = 'WAITING', attempts = 0, next_attempt_at = '-infinity', head = false
        WHERE seq IN (SELECT dead.seq FROM inbox dead
                      WHERE dead.seq = ANY (the_seqs) AND dead.status = 'DEAD'
                        AND dead.partition_key = ANY (the_partitions)
                      ORDER BY dead.seq
                      FOR UPDATE SKIP LOCKED)
        RETURNING seq, type;
    FOREACH the_partition IN ARRAY the_partitions LOOP
        PERFORM inbox_move_head(the_partition);
    END LOOP;
END
$$;
