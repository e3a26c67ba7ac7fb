/*
 * A message is in its queue once, whatever its state: it waits while `visible_at` lies ahead, in flight when it was
 * received before and delayed when it was not.
 */
export const QUEUE_TABLES = `
CREATE TABLE queues (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
  arn TEXT NOT NULL UNIQUE,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  attributes TEXT NOT NULL,
  tags TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  purged_at INTEGER,
  last_sequence_number INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX queues_by_name ON queues (region, name);

CREATE TABLE queue_messages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  queue INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  body TEXT NOT NULL,
  attributes TEXT NOT NULL,
  system_attributes TEXT NOT NULL,
  ordered_group TEXT,
  sent_at INTEGER NOT NULL,
  visible_at INTEGER NOT NULL,
  receive_count INTEGER NOT NULL DEFAULT 0,
  first_received_at INTEGER
) STRICT;
CREATE INDEX queue_messages_visible ON queue_messages (queue, visible_at);
CREATE INDEX queue_messages_unreceived ON queue_messages (queue, visible_at) WHERE receive_count = 0;
CREATE INDEX queue_messages_by_age ON queue_messages (queue, sent_at);
CREATE INDEX queue_messages_ordered ON queue_messages (queue, ordered_group, id) WHERE ordered_group IS NOT NULL;
`;
