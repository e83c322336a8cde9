-- What a role did, in the transaction in which it did it. Nothing here keeps an effect from happening twice: that is the
-- inbox's promise, and this table is where it would be seen broken.
CREATE TABLE history (
    project  text    NOT NULL,
    position bigint  NOT NULL,
    step     integer NOT NULL,
    event_id text,
    caused   text,
    PRIMARY KEY (project, position)
);

CREATE INDEX history_event ON history (event_id);

CREATE TABLE tally (
    project text PRIMARY KEY,
    effects bigint NOT NULL
);

CREATE TABLE stimulus (
    project text,
    step    integer,
    PRIMARY KEY (project, step)
);
