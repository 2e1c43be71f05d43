INSERT INTO paragraph (
    source, start, finish, page, number, nth, text
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7
);
