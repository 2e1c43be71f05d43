SELECT description, number, changes
FROM step
WHERE undone = 1
ORDER BY number
LIMIT 1;
