SELECT source.id
FROM source
JOIN original ON original.source = source.id
JOIN document ON document.source = source.id
WHERE source.digest = ?1 AND source.text_digest = ?2 AND source.removed IS NOT NULL
ORDER BY source.removed DESC
LIMIT 1;
