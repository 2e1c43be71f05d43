-- SHA-256 of a quote's id and its edits, so that an edit that nobody made is noticed.
ALTER TABLE quote ADD COLUMN edits_digest TEXT NOT NULL DEFAULT '';
