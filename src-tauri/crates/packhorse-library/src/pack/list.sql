SELECT
    pack.*,
    (SELECT count(*) FROM issue WHERE issue.pack = pack.id) AS issued
FROM pack
WHERE pack.removed IS NULL
ORDER BY pack.changed DESC, pack.id DESC;
