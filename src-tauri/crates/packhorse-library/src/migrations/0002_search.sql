-- A row for each paragraph, so that what is found can be opened at its place and quoted.
CREATE TABLE paragraph (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL REFERENCES source (id),
    start INTEGER NOT NULL,
    finish INTEGER NOT NULL,
    page INTEGER,
    number INTEGER,
    nth INTEGER,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX paragraph_by_source ON paragraph (source);

CREATE VIRTUAL TABLE paragraph_words USING fts5 (
    text,
    content = 'paragraph',
    content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2',
    prefix = '2 3'
);

-- Words of a paragraph that was cleared must not linger in the index.
INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER paragraph_came AFTER INSERT ON paragraph BEGIN
    INSERT INTO paragraph_words (rowid, text) VALUES (new.id, new.text);
END;

CREATE TRIGGER paragraph_went AFTER DELETE ON paragraph BEGIN
    INSERT INTO paragraph_words (paragraph_words, rowid, text) VALUES ('delete', old.id, old.text);
END;
