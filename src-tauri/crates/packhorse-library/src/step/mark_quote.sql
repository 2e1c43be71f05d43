UPDATE quote
SET removed = ?3, changed = ?2, revision = revision + 1
WHERE id = ?1;
