DELETE FROM step
WHERE undone = 1 AND EXISTS (SELECT 1 FROM step WHERE changes LIKE ?1 AND undone = 1);
