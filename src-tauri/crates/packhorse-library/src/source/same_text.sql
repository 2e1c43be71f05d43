SELECT id
FROM source
WHERE text_digest = ?1 AND removed IS NULL
ORDER BY added, id
LIMIT 1;
