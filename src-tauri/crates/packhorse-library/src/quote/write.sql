UPDATE quote
SET bearing = ?2, edits = ?3, note = ?4, weight = ?6, edits_digest = ?7, changed = ?5, revision = revision + 1
WHERE id = ?1;
