CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id TEXT NOT NULL,
    aggregate_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    aggregate_type TEXT,
    occurred_at TEXT NOT NULL,
    payload_type TEXT NOT NULL,
    payload_revision TEXT,
    payload BLOB NOT NULL,
    metadata BLOB NOT NULL,
    UNIQUE (aggregate_id, sequence),
    UNIQUE (event_id)
);
CREATE TABLE IF NOT EXISTS reservations (
    scope TEXT NOT NULL,
    value TEXT NOT NULL,
    owner TEXT NOT NULL,
    PRIMARY KEY (scope, value)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reservations_by_owner ON reservations (scope, owner);
CREATE TABLE IF NOT EXISTS tallies (
    quota TEXT NOT NULL,
    holder TEXT NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (quota, holder)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS keys (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS expiry_schedule (
    credential_id TEXT PRIMARY KEY,
    app_id TEXT NOT NULL,
    organization_id TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    renewed INTEGER NOT NULL,
    given_days INTEGER,
    due_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS expiry_schedule_by_due ON expiry_schedule (due_at);
CREATE INDEX IF NOT EXISTS expiry_schedule_by_app ON expiry_schedule (app_id);
CREATE INDEX IF NOT EXISTS expiry_schedule_by_organization ON expiry_schedule (organization_id);
CREATE TABLE IF NOT EXISTS heartbeats (
    id INTEGER PRIMARY KEY,
    beats INTEGER NOT NULL
);
