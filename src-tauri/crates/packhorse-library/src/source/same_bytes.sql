SELECT id
FROM source
WHERE digest = ?1 AND removed IS NULL;
