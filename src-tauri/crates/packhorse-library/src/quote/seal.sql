UPDATE quote
SET edits_digest = ?2
WHERE id = ?1;
