SELECT
    (SELECT count(*) FROM source WHERE removed IS NULL),
    (SELECT coalesce(sum(to_check), 0) FROM source WHERE removed IS NULL),
    (SELECT count(*) FROM quote WHERE removed IS NULL),
    (SELECT count(*) FROM pack WHERE removed IS NULL),
    (SELECT count(*) FROM issue);
