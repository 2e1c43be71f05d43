INSERT INTO source (
    id, file_name, title, digest, text_digest, format, pages, to_check,
    added, changed, revision, summary, facts
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
    ?9, ?9, 1, ?10, ?11
);
