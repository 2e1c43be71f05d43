SELECT original.bytes, source.digest
FROM source
JOIN original ON original.source = source.id
WHERE source.id = ?1 AND source.removed IS NULL;
