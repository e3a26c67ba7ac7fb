/*
 * SES, and a mailbox for more than SNS's mails: SQLite changes a CHECK only by making the table anew. `email_sends`
 * counts recipients, for the quotas.
 */
export const MAIL_TABLES = `
CREATE TABLE all_mails (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  date INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('confirmation', 'notification', 'unsubscribed', 'verification', 'email')),
  sender TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  topic_arn TEXT,
  subscription_arn TEXT,
  token TEXT,
  body TEXT,
  footer INTEGER NOT NULL DEFAULT 0,
  region TEXT,
  message_id TEXT,
  html TEXT,
  headers TEXT
) STRICT;
INSERT INTO all_mails (id, date, kind, sender, recipient, subject, topic_arn, subscription_arn, token, body, footer)
  SELECT id, date, kind, sender, recipient, subject, topic_arn, subscription_arn, token, body, footer FROM mails;
DROP TABLE mails;
ALTER TABLE all_mails RENAME TO mails;

CREATE TABLE email_identities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  verified_at INTEGER,
  token TEXT UNIQUE,
  UNIQUE (region, name)
) STRICT;

CREATE TABLE suppressed_addresses (
  region TEXT NOT NULL,
  address TEXT NOT NULL,
  reason TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (region, address)
) STRICT;

CREATE TABLE email_sends (
  region TEXT NOT NULL,
  at INTEGER NOT NULL,
  recipients INTEGER NOT NULL
) STRICT;
CREATE INDEX email_sends_by_time ON email_sends (region, at);
`;
