SELECT *
FROM quote
WHERE id = ?1 AND removed IS NULL;
