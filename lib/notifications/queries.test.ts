import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { notifications } from "@/db/schema/notifications";
import { testDb } from "@/db/testing";
import { filters as anyFilters, received as anyReceived } from "./histories.arbitrary.ts";
import { candidateSql } from "./queries/search.ts";
import { scanSql, wayTo } from "./queries/walk.ts";
import { countFacets, countNewer, listNotifications, type NotificationRow, neighbours } from "./queries.ts";
import { type HistoryFilters, historyQuerySchema } from "./schema.ts";
import { hasWord, queryWords, rowWords } from "./search-words.ts";
import { storeNotifications } from "./service/store.ts";
import { emptyHistory, envelopeOf, receivedFrom, sampleOf, testTopic } from "./testing.ts";

const everything = historyQuerySchema.parse({});
const nobody = () => [];

/** Random histories take seconds on a busy machine. */
const PATIENCE_MS = 30_000;

beforeEach(() => {
  testDb();
});

const history = fc.array(anyReceived, { minLength: 1, maxLength: 90 });

/** What the filters mean, told row by row. */
function wanted(row: NotificationRow, filters: HistoryFilters): boolean {
  const day = row.publishedAt.toISOString().slice(0, 10);
  const held = rowWords(row);
  const chosen = (values: readonly string[], value: string | null) =>
    values.length === 0 || values.includes(value ?? "");
  return (
    row.topicId === testTopic.id &&
    (filters.view !== "problems" || !["none", "system"].includes(row.severity)) &&
    (filters.view !== "odd" || row.oddities !== null) &&
    chosen(filters.product, row.product) &&
    chosen(filters.type, row.type) &&
    chosen(filters.result, row.result) &&
    chosen(filters.bucket, row.bucket) &&
    chosen(filters.account, row.accountId) &&
    (!filters.from || day >= filters.from) &&
    (!filters.to || day <= filters.to) &&
    (!filters.q ||
      (queryWords(filters.q).length > 0 && queryWords(filters.q).every((word) => hasWord(held, word))))
  );
}

function expected(filters: HistoryFilters): number[] {
  const byTime = (a: NotificationRow, b: NotificationRow) =>
    b.publishedAt.getTime() - a.publishedAt.getTime() || b.id - a.id;
  const rows = getDb()
    .select()
    .from(notifications)
    .all()
    .filter((row) => wanted(row, filters));
  return rows.sort(filters.q ? (a, b) => b.id - a.id : byTime).map(({ id }) => id);
}

const positionOf = ({ publishedAt, id }: { publishedAt: Date; id: number }) => ({
  publishedAt: publishedAt.getTime(),
  id,
});

describe("pages of the history", () => {
  test(
    "hold every row that is looked for, once and in order, whatever is looked for",
    () => {
      fc.assert(
        fc.property(history, anyFilters, fc.integer({ min: 1, max: 9 }), (batch, filters, size) => {
          emptyHistory();
          storeNotifications(batch, nobody);
          const ids: number[] = [];
          let page = listNotifications(testTopic.id, filters, { size });
          for (;;) {
            ids.push(...page.rows.map(({ id }) => id));
            const last = page.rows.at(-1);
            if (!page.hasMore || !last) break;
            page = listNotifications(testTopic.id, filters, { size, before: positionOf(last) });
          }
          expect(ids).toEqual(expected(filters));
        }),
        { numRuns: 150 },
      );
    },
    PATIENCE_MS,
  );

  test(
    "lead back the way they came",
    () => {
      fc.assert(
        fc.property(
          history,
          anyFilters,
          fc.integer({ min: 1, max: 9 }),
          fc.nat(),
          (batch, filters, size, pick) => {
            emptyHistory();
            storeNotifications(batch, nobody);
            const all = listNotifications(testTopic.id, filters, { size: 200 }).rows;
            if (all.length === 0) return;
            const at = pick % all.length;
            const row = all[at] ?? expect.fail();
            const newer = listNotifications(testTopic.id, filters, { size, after: positionOf(row) });
            const ids = all.map(({ id }) => id);
            expect(newer.rows.map(({ id }) => id)).toEqual(ids.slice(Math.max(0, at - size), at));
            expect(newer.hasMore).toBe(at > size);
            expect(countNewer(testTopic.id, filters, positionOf(row), 5)).toBe(Math.min(at, 5));
            expect(neighbours(testTopic.id, filters, positionOf(row))).toEqual({
              newer: ids[at - 1] ?? null,
              older: ids[at + 1] ?? null,
            });
          },
        ),
        { numRuns: 80 },
      );
    },
    PATIENCE_MS,
  );

  test("reach rows by any way with the same outcome", () => {
    const buckets = Array.from({ length: 60 }, (_, n) => `bucket-${n}`);
    const batch = buckets.flatMap((bucket, n) =>
      ["Clean", "Infected"].map((result) =>
        receivedFrom(
          envelopeOf(
            {
              body: "{}",
              attributes: {
                notificationType: { type: "String", value: "scanResult" },
                scanResult: { type: "String", value: result },
                bucket: { type: "String", value: bucket },
                accountId: { type: "String", value: n < 3 ? "111122223333" : "444455556666" },
              },
            },
            { messageId: `${bucket} ${result}` },
          ),
        ),
      ),
    );
    storeNotifications(batch, nobody);
    const ask = (filters: Partial<HistoryFilters>, size = 10) => {
      const query = { ...everything, ...filters };
      const { rows } = listNotifications(testTopic.id, query, { size });
      expect(rows.map(({ id }) => id)).toEqual(expected(query).slice(0, size));
      return wayTo(testTopic.id, query, size + 1).by;
    };
    expect(ask({})).toBe("time");
    expect(ask({ view: "odd" })).toBe("oddity");
    expect(ask({ result: ["Infected"] })).toBe("pairs");
    expect(ask({ account: ["111122223333"] })).toBe("places");
    expect(ask({ account: ["444455556666"] }, 2)).toBe("time");
    expect(ask({ account: ["444455556666"], result: ["Infected"] }, 2)).toBe("pairs");
  });
});

describe("facets", () => {
  test(
    "count what each value would leave, given all the others",
    () => {
      fc.assert(
        fc.property(history, anyFilters, (batch, filters) => {
          emptyHistory();
          storeNotifications(batch, nobody);
          const facets = countFacets(testTopic.id, filters);
          const counted = (own: Partial<HistoryFilters>, value: (row: NotificationRow) => string | null) => {
            const counts = new Map<string, number>();
            for (const row of getDb().select().from(notifications).all())
              if (wanted(row, { ...filters, ...own }))
                counts.set(value(row) ?? "", (counts.get(value(row) ?? "") ?? 0) + 1);
            return Object.fromEntries(counts);
          };
          const given = (facet: readonly { value: string; count: number }[]) =>
            Object.fromEntries(
              facet.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]),
            );
          expect(given(facets.product)).toEqual(counted({ product: [] }, ({ product }) => product));
          expect(given(facets.type)).toEqual(counted({ type: [] }, ({ type }) => type));
          expect(given(facets.result)).toEqual(counted({ result: [] }, ({ result }) => result));
          expect(given(facets.bucket)).toEqual(counted({ bucket: [] }, ({ bucket }) => bucket));
          expect(given(facets.account)).toEqual(counted({ account: [] }, ({ accountId }) => accountId));
          const day = (row: NotificationRow) => row.publishedAt.toISOString().slice(0, 10);
          expect(given(facets.day)).toEqual(counted({ from: "", to: "" }, day));
        }),
        { numRuns: 120 },
      );
    },
    PATIENCE_MS,
  );
});

describe("a search", () => {
  const keyed = (key: string, n: number) => {
    const sample = sampleOf("antivirus/scanResult/Clean");
    const attributes = { ...sample.attributes, key: { type: "String", value: key } };
    return receivedFrom(envelopeOf({ ...sample, attributes }, { messageId: `message-${n}` }));
  };

  test(
    "finds the few among many that share a word's beginning",
    () => {
      const many = Array.from({ length: 4_000 }, (_, n) => keyed(`invoices/${n}.pdf`, n));
      storeNotifications([keyed("invasion.pdf", 9_999), ...many], nobody);
      const found = listNotifications(testTopic.id, { ...everything, q: "invasion" }, { size: 5 });
      expect(found.rows.map(({ objectKey }) => objectKey)).toEqual(["invasion.pdf"]);
    },
    PATIENCE_MS,
  );

  test.each([
    '"',
    "*",
    "a* OR b",
    "NEAR(a b)",
    "words:x",
    "^a",
    "-x",
    "a AND",
    "()",
    "\u0000",
    "{a b}: c",
    "a + b",
  ])("takes %j as words, never as syntax", (q) => {
    storeNotifications([keyed("plain.txt", 1)], nobody);
    expect(listNotifications(testTopic.id, { ...everything, q }, { size: 5 }).rows).toEqual([]);
  });
});

describe("every read of the history", () => {
  const plan = (sql: string, parameters: Record<string, unknown> | unknown[]) =>
    getDb()
      .$client.prepare(`explain query plan ${sql}`)
      .all(parameters)
      // SQLite documents the column of a plan's line
      .map((line) => (line as { detail: string }).detail);
  const named = Object.fromEntries(
    "topicId at id bound most kinds products accounts buckets type result bucket"
      .split(" ")
      .map((name) => [name, null]),
  );
  const INDEXES = {
    time: "notifications_published",
    oddity: "notifications_odd",
    pairs: "notifications_type",
    places: "notifications_bucket",
  } as const;

  test.each(["time", "oddity", "pairs", "places"] as const)("by %s walks its index in order", (by) => {
    for (const direction of ["older", "newer"] as const) {
      const lines = plan(scanSql(by, direction), named).filter((line) => /notifications/.test(line));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(new RegExp(`^SEARCH notifications USING (COVERING )?INDEX ${INDEXES[by]} `));
      expect(lines[0]).toMatch(/published_at[<>]/);
      expect(plan(scanSql(by, direction), named).join()).not.toMatch(/TEMP B-TREE/);
    }
  });

  test("by words asks the index of words, then rows by their id", () => {
    for (const direction of ["older", "newer"] as const) {
      const lines = plan(candidateSql(direction), ['"a"', 1, 1]).join("\n");
      expect(lines).toMatch(/SCAN notification_words VIRTUAL TABLE INDEX/);
      expect(lines).toMatch(/SEARCH n USING INTEGER PRIMARY KEY/);
    }
  });
});
