SELECT *
FROM quote
WHERE removed IS NULL
    AND (?1 IS NULL OR source = ?1)
    AND (?2 IS NULL OR bearing = ?2)
ORDER BY id;
