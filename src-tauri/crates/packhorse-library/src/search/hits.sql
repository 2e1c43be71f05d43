SELECT
    paragraph.id,
    paragraph.source,
    source.file_name,
    source.title,
    paragraph.start,
    paragraph.finish,
    paragraph.page,
    paragraph.number,
    paragraph.nth,
    snippet(paragraph_words, 0, char(2), char(3), '…', 28) AS snippet
FROM paragraph_words
CROSS JOIN paragraph ON paragraph.id = paragraph_words.rowid
CROSS JOIN source ON source.id = paragraph.source
WHERE paragraph_words MATCH ?1
    -- The range is for the index. It would ask anew for each of a list, which the plus forbids.
    AND paragraph_words.rowid BETWEEN ?2 AND ?3
    AND +paragraph.id IN (SELECT value FROM json_each(?4));
