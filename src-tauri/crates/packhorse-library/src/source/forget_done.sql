DELETE FROM step
WHERE number <= (SELECT max(number) FROM step WHERE changes LIKE ?1 AND undone = 0);
