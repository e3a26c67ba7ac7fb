/** CloudWatch Logs. A group's `stored_bytes` counts its messages as CloudWatch does, with 26 bytes for each event. */
export const LOGS_TABLES = `
CREATE TABLE log_groups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  class TEXT NOT NULL,
  retention_days INTEGER,
  tags TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  stored_bytes INTEGER NOT NULL DEFAULT 0,
  UNIQUE (region, name)
) STRICT;

CREATE TABLE log_streams (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  first_event_at INTEGER,
  last_event_at INTEGER,
  last_ingestion_at INTEGER,
  UNIQUE (group_id, name)
) STRICT;

CREATE TABLE log_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id INTEGER NOT NULL,
  stream_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  ingested_at INTEGER NOT NULL,
  message TEXT NOT NULL
) STRICT;
CREATE INDEX log_events_by_group ON log_events (group_id, at, id);
CREATE INDEX log_events_by_stream ON log_events (stream_id, at, id);

CREATE TABLE log_policies (
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  document TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (region, name)
) STRICT;
`;
