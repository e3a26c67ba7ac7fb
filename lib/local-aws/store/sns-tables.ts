/*
 * A subscription may have several rows. The current one has no `seen_until`; the others are what delayed reads still
 * show, see `SubscriptionStore`.
 */
export const SNS_TABLES = `
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE topics (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
  arn TEXT NOT NULL UNIQUE,
  region TEXT NOT NULL,
  attributes TEXT NOT NULL,
  tags TEXT NOT NULL,
  last_sequence_number INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX topics_by_region ON topics (region, ordinal);

CREATE TABLE subscriptions (
  version INTEGER PRIMARY KEY AUTOINCREMENT,
  ordinal INTEGER NOT NULL,
  arn TEXT NOT NULL,
  topic_arn TEXT NOT NULL,
  region TEXT NOT NULL,
  protocol TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'deleted')),
  authenticated INTEGER NOT NULL,
  attributes TEXT NOT NULL,
  filtered INTEGER NOT NULL,
  expires_at INTEGER,
  seen_from INTEGER NOT NULL,
  seen_until INTEGER
) STRICT;
CREATE UNIQUE INDEX subscriptions_by_endpoint ON subscriptions (topic_arn, protocol, endpoint) WHERE seen_until IS NULL;
CREATE UNIQUE INDEX subscriptions_current ON subscriptions (arn) WHERE seen_until IS NULL;
CREATE INDEX subscriptions_by_arn ON subscriptions (arn);
CREATE INDEX subscriptions_by_topic ON subscriptions (topic_arn, ordinal);
CREATE INDEX subscriptions_by_region ON subscriptions (region, ordinal);
CREATE INDEX subscriptions_by_state ON subscriptions (topic_arn, state);
CREATE INDEX subscriptions_filtered ON subscriptions (topic_arn) WHERE filtered = 1 AND seen_until IS NULL;
CREATE INDEX subscriptions_expiring ON subscriptions (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX subscriptions_past ON subscriptions (seen_until) WHERE seen_until IS NOT NULL;

CREATE TABLE tokens (
  token TEXT PRIMARY KEY,
  subscription_arn TEXT NOT NULL,
  issued_at INTEGER NOT NULL
) STRICT;
CREATE INDEX tokens_by_subscription ON tokens (subscription_arn);

CREATE TABLE mails (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  date INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('confirmation', 'notification', 'unsubscribed')),
  sender TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  topic_arn TEXT NOT NULL,
  subscription_arn TEXT NOT NULL,
  token TEXT,
  body TEXT,
  footer INTEGER NOT NULL
) STRICT;

CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  date INTEGER NOT NULL,
  kind TEXT NOT NULL,
  protocol TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  topic_arn TEXT,
  subscription_arn TEXT,
  message_id TEXT NOT NULL,
  body TEXT NOT NULL,
  attributes TEXT NOT NULL,
  headers TEXT NOT NULL,
  retry_policy TEXT NOT NULL,
  dead_letter_queue TEXT,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'sending', 'delivered', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  error TEXT
) STRICT;
CREATE INDEX deliveries_waiting ON deliveries (id) WHERE status = 'waiting';
CREATE INDEX deliveries_sending ON deliveries (id) WHERE status = 'sending';

CREATE TABLE deduplications (
  topic_arn TEXT NOT NULL,
  deduplication_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  sequence_number TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (topic_arn, deduplication_id)
) STRICT;
`;
