-- Which version a recipient was given, counted for each of them; null in rows of before.
ALTER TABLE issue ADD COLUMN version INTEGER;
-- SHA-256 of the contents, so that what changed since is told from what was issued; null in rows of before.
ALTER TABLE issue ADD COLUMN contents_digest TEXT;
