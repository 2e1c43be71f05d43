UPDATE quote
SET words = '', words_before = '', words_after = '', edits = '[]', note = NULL, revision = revision + 1
WHERE source = ?1 AND removed IS NOT NULL;
