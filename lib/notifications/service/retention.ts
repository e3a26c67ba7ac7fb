import "server-only";
import { getDb } from "@/db/client";
import { prepared } from "@/db/prepared";
import { findSetting } from "@/lib/settings/queries";
import { retentionGroupOf, retentionSettings } from "../retention-settings.ts";
import { rollUp } from "../rollup.ts";
import { severityOfStored } from "../severity.ts";

const STEP_ROWS = 500;
/** Other writers wait while a step runs. */
const STEP_MS = 8;
const DAY_MS = 86_400_000;

type Group = {
  topicId: string;
  type: string;
  result: string;
  before: number;
  passed: { publishedAt: number; id: number };
};
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

/** What steps have still to look at. Each group remembers how far it is, so that rows which must stay are passed once. */
type Round = Group[];
const rounds = new WeakMap<object, Round>();

/**
 * Deletes some rows that were published longer ago than the settings keep their severity; call it again while there
 * are `more`. Rollups stay, and how many rows are kept follows, as does the search index. A row that a forward still
 * needs stays until a later round. One transaction: whoever is killed in between has deleted nothing.
 */
export function cleanStep(now: Date): { cleaned: number; more: boolean } {
  const { $client } = getDb();
  const round = rounds.get($client) ?? listGroups(now);
  rounds.set($client, round);
  for (let [group] = round; group; [group] = round) {
    const step = cleanGroup(group);
    if (step) return { cleaned: step.cleaned, more: true };
    round.shift();
  }
  rounds.delete($client);
  return { cleaned: 0, more: false };
}

/** All types and results that rows are kept of, of topics no longer managed too. */
function listGroups(now: Date): Group[] {
  const { value } = findSetting(retentionSettings);
  const pairs = prepared(
    `select topic_id as topicId, type, result from notification_totals group by 1, 2, 3`,
  ).all() as Pick<Group, "topicId" | "type" | "result">[]; // the columns are named as the type says
  return pairs.map((pair) => {
    const severity = severityOfStored(pair.type || null, pair.result || null);
    const before = now.getTime() - value[retentionGroupOf(severity)] * DAY_MS;
    return { ...pair, before, passed: { publishedAt: 0, id: 0 } };
  });
}

/** Null when nothing of the group is left to look at. */
function cleanGroup(group: Group): { cleaned: number } | null {
  const { topicId, type, result, before, passed } = group;
  const rows = prepared(OLDEST).all({
    topicId,
    type: type || null,
    result: result || null,
    before,
    ...passed,
    most: STEP_ROWS,
  }) as Row[]; // the columns are named as the type says
  if (rows.length === 0) return null;
  const { looked, cleaned } = getDb()
    .$client.transaction(() => deleteSome(rows))
    .immediate();
  const { publishedAt, id } = rows[looked - 1] ?? passed;
  group.passed = { publishedAt, id };
  return { cleaned };
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
