UPDATE source
SET added = ?2
WHERE id = ?1;
