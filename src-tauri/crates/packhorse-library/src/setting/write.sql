INSERT INTO setting (name, value, changed, revision, removed)
VALUES (?1, ?2, ?3, 1, ?4)
ON CONFLICT (name) DO UPDATE
SET
    value = excluded.value,
    changed = excluded.changed,
    revision = setting.revision + 1,
    removed = excluded.removed;
