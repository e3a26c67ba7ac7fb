/** EventBridge. The default bus of a region has a row once somebody asked for it. */
export const EVENTS_TABLES = `
CREATE TABLE event_buses (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
  arn TEXT NOT NULL UNIQUE,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT,
  tags TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX event_buses_by_region ON event_buses (region, name);

CREATE TABLE event_rules (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
  arn TEXT NOT NULL UNIQUE,
  bus_arn TEXT NOT NULL,
  name TEXT NOT NULL,
  pattern TEXT,
  schedule TEXT,
  state TEXT NOT NULL,
  description TEXT,
  role_arn TEXT,
  tags TEXT NOT NULL
) STRICT;
CREATE INDEX event_rules_by_bus ON event_rules (bus_arn, name);

CREATE TABLE event_targets (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
  rule_arn TEXT NOT NULL,
  id TEXT NOT NULL,
  arn TEXT NOT NULL,
  settings TEXT NOT NULL,
  UNIQUE (rule_arn, id)
) STRICT;
CREATE INDEX event_targets_by_arn ON event_targets (arn);

ALTER TABLE deliveries ADD COLUMN rule_arn TEXT;
`;
