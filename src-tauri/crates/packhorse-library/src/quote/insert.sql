INSERT INTO quote (
    id, source, start, finish, words, words_before, words_after, text_digest,
    bearing, edits, note, picked, changed, revision, weight, edits_digest
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
    ?9, ?10, ?11, ?12, ?12, 1, ?13, ?14
);
