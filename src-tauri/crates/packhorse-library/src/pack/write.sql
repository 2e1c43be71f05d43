UPDATE pack
SET
    title = ?2,
    council = ?3,
    committee = ?4,
    meeting = ?5,
    plan = ?6,
    changed = ?7,
    revision = revision + 1
WHERE id = ?1;
