INSERT INTO issue (
    id, pack, edition, recipient, file_name, digest, contents, issued, version, contents_digest, folder
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
);
