SELECT id, edits
FROM quote;
