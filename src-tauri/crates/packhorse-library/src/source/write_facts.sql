UPDATE source
SET
    facts = ?2,
    summary = ?3,
    to_check = ?4,
    title = coalesce(?5, file_name),
    changed = ?6,
    revision = revision + 1
WHERE id = ?1;
