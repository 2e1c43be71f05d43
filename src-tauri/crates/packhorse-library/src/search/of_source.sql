SELECT start, finish, text
FROM paragraph
WHERE source = ?1
ORDER BY id;
