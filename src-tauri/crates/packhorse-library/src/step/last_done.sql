SELECT description, number, changes
FROM step
WHERE undone = 0
ORDER BY number DESC
LIMIT 1;
