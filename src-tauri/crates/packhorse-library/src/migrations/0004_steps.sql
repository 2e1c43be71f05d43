-- Every change with what stood before it, so that it can be undone and done again.
CREATE TABLE step (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    description TEXT NOT NULL,
    changes TEXT NOT NULL,
    done TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One row. `changes` counts committed changes, so that a backup knows whether it is up to date.
CREATE TABLE ledger (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    changes INTEGER NOT NULL
) STRICT;

INSERT INTO ledger (only_row, changes) VALUES (1, 0);
