-- Whether a quote must, should or could be in a pack; null when nobody said.
ALTER TABLE quote ADD COLUMN weight TEXT;
