SELECT paragraph.id, paragraph.text
FROM paragraph_words
CROSS JOIN paragraph ON paragraph.id = paragraph_words.rowid
CROSS JOIN source ON source.id = paragraph.source
WHERE paragraph_words MATCH ?1 AND source.removed IS NULL
ORDER BY paragraph_words.rowid DESC;
