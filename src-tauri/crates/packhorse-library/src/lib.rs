//! What the office keeps: one SQLite file, its migrations, search and backup.
