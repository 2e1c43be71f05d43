SELECT id, revision
FROM source
WHERE removed IS NULL
ORDER BY added, id;
