CREATE TABLE IF NOT EXISTS events (
    position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id VARCHAR(255) NOT NULL,
    aggregate_id VARCHAR(255) NOT NULL,
    sequence BIGINT NOT NULL,
    aggregate_type VARCHAR(255),
    occurred_at VARCHAR(64) NOT NULL,
    payload_type VARCHAR(255) NOT NULL,
    payload_revision VARCHAR(255),
    payload BYTEA NOT NULL,
    metadata BYTEA NOT NULL,
    UNIQUE (aggregate_id, sequence),
    UNIQUE (event_id)
);
CREATE TABLE IF NOT EXISTS reservations (
    scope VARCHAR(255) NOT NULL,
    value VARCHAR(1024) NOT NULL,
    owner VARCHAR(255) NOT NULL,
    PRIMARY KEY (scope, value)
);
CREATE INDEX IF NOT EXISTS reservations_by_owner ON reservations (scope, owner);
CREATE TABLE IF NOT EXISTS tallies (
    quota TEXT NOT NULL,
    holder TEXT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (quota, holder)
);
CREATE TABLE IF NOT EXISTS keys (
    name VARCHAR(255) PRIMARY KEY,
    value BYTEA NOT NULL
);
CREATE TABLE IF NOT EXISTS used_assertions (
    id VARCHAR(255) PRIMARY KEY,
    ends_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS used_assertions_by_end ON used_assertions (ends_at);
CREATE TABLE IF NOT EXISTS untold_refusals (
    node VARCHAR(255) NOT NULL,
    number INTEGER NOT NULL,
    kept_at BIGINT NOT NULL,
    kept TEXT NOT NULL,
    PRIMARY KEY (node, number)
);
CREATE TABLE IF NOT EXISTS expiry_schedule (
    credential_id VARCHAR(255) PRIMARY KEY,
    app_id VARCHAR(255) NOT NULL,
    organization_id VARCHAR(255) NOT NULL,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    renewed SMALLINT NOT NULL,
    given_days INTEGER,
    due_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS expiry_schedule_by_due ON expiry_schedule (due_at);
CREATE INDEX IF NOT EXISTS expiry_schedule_by_app ON expiry_schedule (app_id);
CREATE INDEX IF NOT EXISTS expiry_schedule_by_organization ON expiry_schedule (organization_id);
CREATE TABLE IF NOT EXISTS heartbeats (
    id INTEGER PRIMARY KEY,
    beats BIGINT NOT NULL
);
