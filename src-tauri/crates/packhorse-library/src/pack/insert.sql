INSERT INTO pack (
    id, title, council, committee, meeting, plan, made, changed, revision
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, 1
);
