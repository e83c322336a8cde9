CREATE TABLE project (
    project text PRIMARY KEY
);

CREATE TABLE budget_stop (
    project text NOT NULL,
    month   date NOT NULL,
    reason  text NOT NULL,
    PRIMARY KEY (project, month)
);
