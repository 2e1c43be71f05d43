PRAGMA foreign_keys = ON;
-- A commit that was reported must outlast a power cut; NORMAL loses it.
PRAGMA synchronous = FULL;
PRAGMA fullfsync = ON;
PRAGMA checkpoint_fullfsync = ON;
-- The file may come from somebody else: nothing in its schema may call what is unsafe.
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA mmap_size = 0;
-- What was removed must not linger.
PRAGMA secure_delete = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -4096;
