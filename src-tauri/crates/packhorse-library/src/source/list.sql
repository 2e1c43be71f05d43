SELECT
    source.id,
    source.file_name,
    source.title,
    source.digest,
    source.format,
    source.pages,
    source.added,
    source.to_check,
    source.summary,
    source.revision,
    (SELECT count(*) FROM quote WHERE quote.source = source.id AND quote.removed IS NULL) AS quotes
FROM source
WHERE source.removed IS NULL
ORDER BY source.added, source.id;
