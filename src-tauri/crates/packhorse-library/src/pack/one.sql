SELECT
    pack.*,
    (SELECT count(*) FROM issue WHERE issue.pack = pack.id) AS issued
FROM pack
WHERE pack.id = ?1 AND pack.removed IS NULL;
