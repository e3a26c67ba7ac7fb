import "server-only";
import { getDb } from "@/db/client";
import { prepared } from "@/db/prepared";
import { findSetting } from "@/lib/settings/queries";
import { daysKept, retentionSettings } from "../retention-settings.ts";
import { rollUp } from "../rollup.ts";
import { severityOfStored } from "../severity.ts";

const STEP_ROWS = 500;
/** Other writers wait while a step runs. */
const STEP_MS = 12;
const DAY_MS = 86_400_000;

type Group = { topicId: string; type: string; result: string; before: number };
type Row = {
  id: number;
  topicId: string;
  publishedAt: number;
  product: string | null;
  type: string | null;
  result: string | null;
  accountId: string | null;
  bucket: string | null;
};

/** How far a round of steps has come in each group, so that rows which must stay are passed once. */
type Round = Map<string, { publishedAt: number; id: number }>;
const rounds = new WeakMap<object, Round>();

/**
 * Deletes some rows that were published longer ago than the settings keep their severity; call it again while there
 * are `more`. Rollups stay, and how many rows are kept follows, as does the search index. A row that a forward still
 * needs stays until a later round. One transaction: whoever is killed in between has deleted nothing.
 */
export function cleanStep(now: Date): { cleaned: number; more: boolean } {
  const { $client } = getDb();
  const round: Round = rounds.get($client) ?? new Map();
  rounds.set($client, round);
  for (const group of listGroups(now)) {
    const { cleaned, isDone } = cleanGroup(group, round);
    if (!isDone) return { cleaned, more: true };
  }
  rounds.delete($client);
  return { cleaned: 0, more: false };
}

/** All types and results that rows are kept of, of topics no longer managed too. */
function listGroups(now: Date): Group[] {
  const { value } = findSetting(retentionSettings);
  const pairs = prepared(
    `select topic_id as topicId, type, result from notification_totals group by 1, 2, 3`,
  ).all() as Omit<Group, "before">[]; // the columns are named as the type says
  return pairs.map((pair) => {
    const severity = severityOfStored(pair.type || null, pair.result || null);
    return { ...pair, before: now.getTime() - daysKept(value, severity) * DAY_MS };
  });
}

function cleanGroup(group: Group, round: Round): { cleaned: number; isDone: boolean } {
  const { topicId, type, result, before } = group;
  const key = JSON.stringify([topicId, type, result]);
  const { publishedAt, id } = round.get(key) ?? { publishedAt: 0, id: 0 };
  const rows = prepared(OLDEST).all({
    topicId,
    type: type || null,
    result: result || null,
    before,
    publishedAt,
    id,
    most: STEP_ROWS,
  }) as Row[]; // the columns are named as the type says
  if (rows.length === 0) return { cleaned: 0, isDone: true };
  const { looked, cleaned } = getDb()
    .$client.transaction(() => deleteSome(rows))
    .immediate();
  const last = rows[looked - 1];
  if (last) round.set(key, { publishedAt: last.publishedAt, id: last.id });
  return { cleaned, isDone: false };
}

/** The oldest rows of a group, by the index of types. The transaction checks again what forwards need. */
export const OLDEST = `select n.id, topic_id as topicId, published_at as publishedAt, product, type, result,
    account_id as accountId, bucket
  from notifications n indexed by notifications_type
  where topic_id = @topicId and type is @type and result is @result
    and published_at < @before and (published_at, n.id) > (@publishedAt, @id)
  order by published_at, n.id limit @most`;

function deleteSome(rows: readonly Row[]) {
  const end = performance.now() + STEP_MS;
  const needed = prepared("select 1 from forwards where notification_id = ?");
  const forgetWords = prepared("delete from notification_words where rowid = ?");
  const forget = prepared("delete from notifications where id = ?");
  const cleaned: Row[] = [];
  let looked = 0;
  for (const row of rows) {
    looked += 1;
    if (!needed.get(row.id)) {
      forgetWords.run(row.id);
      if (forget.run(row.id).changes > 0) cleaned.push(row);
    }
    if (performance.now() > end) break;
  }
  uncount(cleaned);
  return { looked, cleaned: cleaned.length };
}

function uncount(cleaned: readonly Row[]) {
  const { days, totals } = rollUp(cleaned.map((row) => ({ ...row, drill: true })));
  const fewerThatDay = prepared(
    `update notification_days set kept = kept - ?
     where topic_id = ? and day = ? and product = ? and type = ? and result = ? and account_id = ? and bucket = ?`,
  );
  const kind = "topic_id = ? and product = ? and type = ? and result = ? and account_id = ? and bucket = ?";
  const fewer = prepared(`update notification_totals set kept = kept - ? where ${kind}`);
  const none = prepared(`delete from notification_totals where ${kind} and kept <= 0`);
  for (const [key, count] of days) fewerThatDay.run(count, ...key);
  for (const [key, count] of totals) {
    fewer.run(count, ...key);
    none.run(...key);
  }
}
