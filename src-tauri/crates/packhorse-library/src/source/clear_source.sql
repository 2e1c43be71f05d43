UPDATE source
SET file_name = '', title = '', summary = '{}', facts = '{}', revision = revision + 1
WHERE id = ?1 AND removed IS NOT NULL;
