-- The folder a file was written to, so that it can be opened from the register; null in rows of before.
ALTER TABLE issue ADD COLUMN folder TEXT;
