-- What was picked, what was composed of it, and what was handed out.
CREATE TABLE quote (
    id TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL REFERENCES source (id),
    start INTEGER NOT NULL,
    finish INTEGER NOT NULL,
    words TEXT NOT NULL,
    words_before TEXT NOT NULL,
    words_after TEXT NOT NULL,
    text_digest TEXT NOT NULL,
    bearing TEXT NOT NULL,
    edits TEXT NOT NULL,
    note TEXT,
    picked TEXT NOT NULL,
    changed TEXT NOT NULL,
    revision INTEGER NOT NULL,
    removed TEXT
) STRICT;

CREATE INDEX quote_by_source ON quote (source);

CREATE TABLE pack (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    council TEXT,
    committee TEXT,
    meeting TEXT,
    plan TEXT NOT NULL,
    made TEXT NOT NULL,
    changed TEXT NOT NULL,
    revision INTEGER NOT NULL,
    removed TEXT
) STRICT;

-- Rows are only ever added: what was handed out cannot be undone.
CREATE TABLE issue (
    id TEXT NOT NULL PRIMARY KEY,
    pack TEXT NOT NULL REFERENCES pack (id),
    edition TEXT NOT NULL,
    recipient TEXT,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    contents TEXT,
    issued TEXT NOT NULL
) STRICT;

CREATE INDEX issue_by_pack ON issue (pack);

-- Audience templates, questions, glossary, role names: data a person may change.
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    changed TEXT NOT NULL,
    revision INTEGER NOT NULL,
    removed TEXT
) STRICT;
