CREATE TABLE IF NOT EXISTS used_assertions (
    id TEXT PRIMARY KEY,
    ends_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS used_assertions_by_end ON used_assertions (ends_at);
CREATE TABLE IF NOT EXISTS untold_refusals (
    node TEXT NOT NULL,
    number INTEGER NOT NULL,
    kept_at INTEGER NOT NULL,
    kept TEXT NOT NULL,
    PRIMARY KEY (node, number)
) WITHOUT ROWID;
