-- What was brought in: the row a list shows, the original bytes, and the document as it was read.
CREATE TABLE source (
    id TEXT NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,
    title TEXT NOT NULL,
    digest TEXT NOT NULL,
    text_digest TEXT NOT NULL,
    format TEXT NOT NULL,
    pages INTEGER,
    to_check INTEGER NOT NULL,
    added TEXT NOT NULL,
    changed TEXT NOT NULL,
    revision INTEGER NOT NULL,
    removed TEXT,
    -- The facts without findings, quotations and notices, so that a long list opens quickly.
    summary TEXT NOT NULL,
    facts TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX source_by_bytes ON source (digest) WHERE removed IS NULL;
CREATE INDEX source_by_text ON source (text_digest);

CREATE TABLE original (
    source TEXT NOT NULL PRIMARY KEY REFERENCES source (id),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE document (
    source TEXT NOT NULL PRIMARY KEY REFERENCES source (id),
    body TEXT NOT NULL
) STRICT;
