SELECT source.id
FROM source
JOIN original ON original.source = source.id
WHERE source.removed < ?1;
