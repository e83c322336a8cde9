-- What every event of a partition belongs to: the trace and the event that began it. It outlives outbox and inbox, as a
-- project does.
CREATE TABLE story (
    partition_key  text PRIMARY KEY,
    correlation_id text NOT NULL,
    trace_parent   text
);

-- What a job was scheduled for. It goes when the job goes.
CREATE TABLE job_context (
    task_name      text NOT NULL,
    task_instance  text NOT NULL,
    event_id       text,
    correlation_id text,
    trace_parent   text,
    PRIMARY KEY (task_name, task_instance),
    FOREIGN KEY (task_name, task_instance) REFERENCES scheduled_tasks ON DELETE CASCADE ON UPDATE CASCADE
);
