SELECT id
FROM quote
WHERE source = ?1 AND start = ?2 AND finish = ?3 AND words = ?4 AND removed IS NULL;
