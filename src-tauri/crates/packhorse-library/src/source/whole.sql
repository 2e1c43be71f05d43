SELECT
    source.id,
    source.file_name,
    source.digest,
    source.text_digest,
    source.facts,
    document.body
FROM source
JOIN document ON document.source = source.id
WHERE source.id = ?1 AND source.removed IS NULL;
