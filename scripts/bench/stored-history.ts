import path from "node:path";
import { connectDb, getDb, openDb } from "../../db/client.ts";
import { indexedText } from "../../lib/notifications/search-words.ts";

export const HISTORY_TOPIC = {
  id: "3f2a9c1e8d7b4a6f9c0e1d2b3a4f5e6d",
  arn: "arn:aws:sns:us-east-1:123456789012:notifications",
  products: ["antivirus", "classification"] as const,
};
export const HISTORY_END = Date.UTC(2026, 10, 23);
export const HISTORY_DAYS = 90;
const DAY_MS = 86_400_000;

const migrations = path.resolve(import.meta.dirname, "../../db/migrations");

/** Opens the database in which a history is or shall be stored. */
export function openHistory(file: string): void {
  connectDb(openDb(file, migrations));
}

/**
 * Fills an open, empty database with so many rows over the last days: 2,000 buckets of 200 accounts, nine in ten a scan
 * result and nine in ten of those clean. Bodies have 300 bytes. By SQL, with indexes and rollups made at the end,
 * because storing them one by one would take an hour.
 */
export function writeHistory(rows: number, days = HISTORY_DAYS): void {
  const { $client } = getDb();
  for (const pragma of ["journal_mode = memory", "synchronous = off", "cache_size = -1000000"])
    $client.pragma(pragma);
  $client.function("indexed_text", { deterministic: true, varargs: true }, textOf);
  const indexes = $client
    .prepare("select name, sql from sqlite_master where type = 'index' and tbl_name = 'notifications'")
    .all() as { name: string; sql: string }[]; // SQLite documents both columns
  for (const { name } of indexes) $client.exec(`drop index ${name}`);
  $client.exec(rowsSql(rows, days));
  for (const { sql } of indexes) $client.exec(sql);
  $client.exec(ROLLUPS);
  $client.pragma("journal_mode = wal");
}

function textOf(...columns: unknown[]): string {
  const [objectKey, bucket, malware, accountId, topicId, type, result, publishedAt] = columns.map((column) =>
    column === null ? null : String(column),
  );
  const words = { objectKey, bucket, malware, accountId, type, result };
  // every column is text or null, and the last two are never null
  return indexedText({ ...words, topicId, publishedAt: Number(publishedAt) } as Parameters<
    typeof indexedText
  >[0]);
}

/** Numbers are scattered by multiplication, so that a run is like the one before it. */
const rowsSql = (rows: number, days: number) => `
insert into notifications
with recursive number (n) as (select 1 union all select n + 1 from number where n < ${rows}),
scattered as (
  select n, ((n * 2654435761) % 4294967296 >> 5) % 1000 as kind, (n * 40503 + (n >> 11) * 7919) % 1000003 % 2000 as place,
    ((n * 2246822519) % 4294967291 >> 7) % 1000 as luck,
    ${HISTORY_END - days * DAY_MS} + cast(n * 1.0 * ${days * DAY_MS} / ${rows} as integer) as at
  from number),
typed as (
  select *, case when kind < 900 then 'scanResult' when kind < 980 then 'classificationResult'
    else case kind % 4 when 0 then 'bucketProtection' when 1 then 'bucketsDiscovered' when 2 then 'largeFileScan'
      else 'updatesAvailable' end end as type
  from scattered)
select n, lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2))
    || '-' || hex(randomblob(6))),
  '${HISTORY_TOPIC.id}', at, at + 900, iif(type = 'classificationResult', 'classification', 'antivirus'), type,
  case type
    when 'scanResult' then case when luck < 900 then 'Clean' when luck < 970 then 'Unscannable' when luck < 990 then 'Error'
      when luck < 997 then 'Suspicious' else 'Infected' end
    when 'classificationResult' then case when luck < 900 then 'NonMatching' when luck < 970 then 'Unclassifiable'
      when luck < 990 then 'Error' else 'Matching' end end,
  case when type not in ('scanResult', 'classificationResult') then 'system' when luck < 900 then 'none'
    when luck < 970 then 'medium' when luck < 997 then 'high' else 'critical' end,
  iif(type in ('bucketsDiscovered', 'updatesAvailable'), null, 'customer-data-' || place),
  iif(type = 'updatesAvailable', null, printf('%012d', 100000000000 + (place % 200) * 7919)),
  iif(type in ('scanResult', 'classificationResult', 'largeFileScan'),
    'uploads/2026/' || (place % 12 + 1) || '/invoice-' || n || '/' || lower(hex(randomblob(6)))
      || case n % 5 when 0 then '.pdf' when 1 then '.docx' when 2 then '.zip' when 3 then '.jpg' else '.csv' end, null),
  iif(type = 'scanResult' and luck > 996, case n % 3 when 0 then 'Win.Ransomware.WannaCry-' || (n % 5000)
    when 1 then 'EICAR-AV-TEST' else 'Troj/PDFJs-AIA' end, null),
  iif(type = 'scanResult', 'Sophos', null), iif(type = 'scanResult', 'None', null), 'AV-for-S3: Scan result',
  '{"notificationType":{"type":"String","value":"' || type || '"},"bucket":{"type":"String","value":"customer-data-' || place
    || '"},"accountId":{"type":"String","value":"100000000000"},"scanType":{"type":"String","value":"Event"}}',
  '{"id":"' || hex(randomblob(16)) || '","dateScanned":"2026-11-20T08:15:42.1234567Z","bucketName":"customer-data-' || place
    || '","result":"Clean","resultKind":"NotApplicable","scanResults":[{"result":"Clean","virusName":[],"engine":"Sophos","engineVersion":"3.94","scanType":"GoFwd"}],"actionTaken":"None","fileSize":48211}',
  iif(kind = 999 and luck = 0, '["missingAttribute"]', null), 0
from typed`;

const KIND = "coalesce(type, ''), coalesce(result, ''), coalesce(account_id, '')";

const ROLLUPS = `
insert into notification_days
  select topic_id, strftime('%Y-%m-%d', published_at / 1000, 'unixepoch'), coalesce(product, ''), ${KIND},
    coalesce(bucket, ''), count(*), count(*)
  from notifications group by 1, 2, 3, 4, 5, 6, 7;
insert into notification_totals
  select topic_id, product, type, result, account_id, bucket, sum(kept) from notification_days group by 1, 2, 3, 4, 5, 6;
insert into notification_slots
  select topic_id, published_at / 900000 * 900000, ${KIND}, count(*) from notifications group by 1, 2, 3, 4, 5;
insert into notification_words (rowid, words)
  select id, indexed_text(object_key, bucket, malware, account_id, topic_id, type, result, published_at)
  from notifications`;
