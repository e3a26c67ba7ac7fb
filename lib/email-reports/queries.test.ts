import * as fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { testDb } from "@/db/testing";
import type { Received } from "@/lib/notifications/parse-delivery";
import { storeNotifications } from "@/lib/notifications/service/store";
import { emptyHistory, otherTopic, testTopic } from "@/lib/notifications/testing";
import { addTopic } from "@/lib/recipients/testing";
import type { Compared, ProductFigures } from "./figures.ts";
import { collectFigures } from "./queries.ts";
import { reportWindow } from "./window.ts";

const DAY_MS = 86_400_000;
const NOW = new Date("2026-11-24T08:00:00Z");

type Message = {
  topic: typeof testTopic;
  at: number;
  type: "scanResult" | "classificationResult" | "bucketProtection";
  result: string;
  bucket: string;
  accountId: string;
  names: string[];
  engine: string;
  drill: boolean;
};

/** Around the days on which clocks change, and often on the edge of a slot. */
const START = { autumn: Date.parse("2026-10-20T00:00:00Z"), spring: Date.parse("2026-03-22T00:00:00Z") };
const within = fc.oneof(
  fc.nat({ max: 14 * DAY_MS }),
  fc.tuple(fc.nat({ max: 14 * 96 }), fc.constantFrom(0, -1, 1)).map(([slot, by]) => slot * 900_000 + by),
);
const messages = (start: number): fc.Arbitrary<Message[]> =>
  fc.array(
    fc.record({
      topic: fc.constantFrom(testTopic, testTopic, otherTopic),
      at: within.map((ms) => start + ms),
      type: fc.constantFrom("scanResult", "scanResult", "classificationResult", "bucketProtection"),
      result: fc.constantFrom(
        "Clean",
        "Infected",
        "Error",
        "Unscannable",
        "Matching",
        "NonMatching",
        "Sparkling",
      ),
      bucket: fc.constantFrom("one", "two", 'x" OR "y'),
      accountId: fc.constantFrom("111122223333", "444455556666"),
      names: fc.subarray(["EICAR", "Troj/A", "Win.B"]),
      engine: fc.constantFrom("ClamAV", "Sophos"),
      drill: fc.boolean(),
    }),
    { maxLength: 60 },
  );
const history = fc.constantFrom(START.autumn, START.spring).chain((start) =>
  fc.record({
    rows: messages(start),
    zone: fc.constantFrom(
      "Europe/Berlin",
      "Pacific/Kiritimati",
      "Pacific/Niue",
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
      "America/New_York",
      "UTC",
    ),
    day: fc.integer({ min: 8, max: 13 }).map((n) => new Date(start + n * DAY_MS).toISOString().slice(0, 10)),
    length: fc.constantFrom(1, 1, 1, 3),
  }),
);

function receivedOf(message: Message, index: number): Received {
  const { topic, at, type, result, bucket, accountId, names, engine, drill } = message;
  const isResult = type !== "bucketProtection";
  const values = {
    notificationType: type,
    ...(isResult && { [type]: result }),
    bucket,
    accountId,
    key: `key-${index}`,
    ...(drill && { drill: "true" }),
  };
  const body =
    type === "scanResult" ? { scanResults: names.map((name) => ({ virusName: [name], engine })) } : {};
  return {
    topic,
    messageId: `message-${index}`,
    publishedAt: new Date(at),
    subject: null,
    attributes: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { type: "String", value }]),
    ),
    body: JSON.stringify({ ...body, actionTaken: "Move", virusUploadedBy: `user-${index}` }),
    oddities: [],
  };
}

const collect = (day: string, zone: string, firstDay = day, isPrivate = false) =>
  collectFigures({ window: reportWindow(day, zone, firstDay), isPrivate, now: NOW });

beforeAll(() => {
  testDb();
  for (const topic of [testTopic, otherTopic]) addTopic(topic.id, ["antivirus", "classification"]);
});
beforeEach(emptyHistory);

describe("the figures", () => {
  test("equal a count over the raw messages, whatever the history, the zone and the day", async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ rows, zone, day, length }) => {
        emptyHistory();
        storeNotifications(rows.map(receivedOf), () => []);
        const figures = await collect(day, zone, dayBefore(day, length - 1));
        for (const product of figures.products)
          expect(digest(product)).toEqual(counted(product.product, rows, zone, day, length));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("leave out topics that were not asked for", async () => {
    const at = Date.parse("2026-11-20T12:00:00Z");
    const infected: Message = {
      topic: testTopic,
      at,
      type: "scanResult",
      result: "Infected",
      bucket: "one",
      accountId: "1",
      names: ["EICAR"],
      engine: "ClamAV",
      drill: false,
    };
    storeNotifications([infected, { ...infected, topic: otherTopic }].map(receivedOf), () => []);
    const window = reportWindow("2026-11-20", "UTC");
    const figures = await collectFigures({
      window,
      topicIds: [otherTopic.id, "gone"],
      isPrivate: false,
      now: NOW,
    });
    expect(figures.products[0]?.critical.count).toBe(1);
    expect(figures.topics.map(({ id }) => id)).toEqual([otherTopic.id]);
  });

  test("hold neither keys nor uploaders in privacy mode", async () => {
    const at = Date.parse("2026-11-20T12:00:00Z");
    const rows: Message[] = [
      {
        topic: testTopic,
        at,
        type: "scanResult",
        result: "Infected",
        bucket: "one",
        accountId: "1",
        names: ["EICAR"],
        engine: "ClamAV",
        drill: false,
      },
    ];
    storeNotifications(rows.map(receivedOf), () => []);
    const open = await collect("2026-11-20", "UTC");
    expect(open.products[0]?.newest.rows[0]).toMatchObject({
      key: "key-0",
      uploadedBy: "user-0",
      actionTaken: "Move",
    });
    const closed = JSON.stringify(await collect("2026-11-20", "UTC", "2026-11-20", true));
    expect(closed).not.toMatch(/key-0|user-0/);
  });

  test("say that details are gone where rows are no longer kept, and count them all the same", async () => {
    const at = Date.parse("2026-11-20T12:00:00Z");
    const rows: Message[] = [
      {
        topic: testTopic,
        at,
        type: "scanResult",
        result: "Error",
        bucket: "one",
        accountId: "1",
        names: [],
        engine: "ClamAV",
        drill: false,
      },
    ];
    storeNotifications(rows.map(receivedOf), () => []);
    getDb().$client.exec("delete from notifications");
    const [product] = (await collect("2026-11-20", "UTC")).products;
    expect([product?.problems.count, product?.forgotten, product?.newest.more]).toEqual([1, 1, 1]);
  });

  test("are read from indexes alone", async () => {
    const seen: string[] = [];
    const { $client } = getDb();
    const prepare = $client.prepare.bind($client);
    $client.prepare = ((text: string) => {
      if (/^select/i.test(text) && /"notification/.test(text)) seen.push(text);
      return prepare(text);
      // better-sqlite3's own signature has overloads that a wrapper cannot repeat
    }) as typeof $client.prepare;
    await collect("2026-11-20", "UTC");
    $client.prepare = prepare;
    const steps = [...new Set(seen)].flatMap((text) => {
      const values = Array(text.split("?").length - 1).fill(1);
      // SQLite documents the column
      const plan = prepare(`explain query plan ${text}`).all(...values) as { detail: string }[];
      return plan.map(({ detail }) => detail).filter((detail) => /^(SCAN|SEARCH) notif/.test(detail));
    });
    expect(steps.filter((step) => /COVERING INDEX notifications_problems/.test(step))).toHaveLength(2);
    expect(steps.filter((step) => !/COVERING INDEX notifications_problems|PRIMARY KEY/.test(step))).toEqual(
      [],
    );
  });
});

/** What is compared of a product's figures. */
function digest({
  total,
  problems,
  critical,
  results,
  findings,
  week,
  newest,
  accounts,
  buckets,
}: ProductFigures) {
  return {
    compared: { total, problems, critical },
    results: Object.fromEntries(
      results.filter(({ count }) => count > 0).map(({ result, count }) => [result, count]),
    ),
    findings: findings.rows.map(({ name, count, lastSeen, engines }) => ({
      name,
      count,
      lastSeen: lastSeen.getTime(),
      engines,
    })),
    week: week.map(({ critical: worst, problems: bad, total: all }) => [worst, bad, all]),
    newest: newest.rows.map(({ at }) => at.getTime()),
    more: newest.more,
    accounts: places(accounts.rows),
    buckets: places(buckets.rows),
  };
}

function places(rows: { name: string; critical: number; problems: number }[]) {
  return Object.fromEntries(rows.map(({ name, critical, problems }) => [name, [critical, problems]]));
}

/** The same from the messages themselves: days by what Intl says, results by lists of their own. */
function counted(
  product: string,
  all: Message[],
  zone: string,
  day: string,
  length: number,
): ReturnType<typeof digest> {
  const type = product === "antivirus" ? "scanResult" : "classificationResult";
  const good = product === "antivirus" ? "Clean" : "NonMatching";
  const worst = product === "antivirus" ? "Infected" : "Matching";
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
  const real = all.filter(({ drill }) => !drill);
  const rows = real.filter((row) => row.type === type);
  const isBad = ({ result }: Message) => result !== good;
  const isWorst = ({ result }: Message) => result === worst;
  const on = (days: string[]) => rows.filter(({ at }) => days.includes(format.format(at)));
  const back = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => dayBefore(day, from + n));
  const recorded =
    real.length > 0 ? Math.min(...real.map(({ at }) => Math.floor(at / 900_000) * 900_000)) : Infinity;
  const knows = (first: string) => recorded !== Infinity && format.format(recorded - 1) < first;
  const compare = (passes: (row: Message) => boolean): Compared => ({
    count: on(back(0, length)).filter(passes).length,
    before: knows(dayBefore(day, length * 2 - 1)) ? on(back(length, length)).filter(passes).length : null,
    mean: knows(dayBefore(day, length + 6)) ? on(back(length, 7)).filter(passes).length / 7 : null,
  });
  const window = on(back(0, length));
  const bad = window.filter(isBad);
  const tally = (of: (row: Message) => string) => {
    const names = [...new Set(bad.map(of))];
    if (names.length < 2) return {};
    const rowsOf = (name: string) => bad.filter((row) => of(row) === name);
    return Object.fromEntries(
      names.map((name) => [name, [rowsOf(name).filter(isWorst).length, rowsOf(name).length]]),
    );
  };
  const found = ["EICAR", "Troj/A", "Win.B"].map((name) => {
    const naming = type === "scanResult" ? bad.filter(({ names }) => names.includes(name)) : [];
    return {
      name,
      count: naming.length,
      lastSeen: Math.max(...naming.map(({ at }) => at)),
      engines: [...new Set(naming.map(({ engine }) => engine))].sort(),
    };
  });
  const newest = bad.map(({ at }) => at).sort((a, b) => b - a);
  return {
    compared: { total: compare(() => true), problems: compare(isBad), critical: compare(isWorst) },
    results: Object.fromEntries(
      [...new Set(window.map(({ result }) => result))].map((result) => [
        result,
        window.filter((row) => row.result === result).length,
      ]),
    ),
    findings: found
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || b.lastSeen - a.lastSeen || (a.name < b.name ? -1 : 1)),
    week: back(0, 7)
      .reverse()
      .map((each) => [on([each]).filter(isWorst).length, on([each]).filter(isBad).length, on([each]).length]),
    newest: newest.slice(0, 10),
    more: Math.max(0, newest.length - 10),
    accounts: tally(({ accountId }) => accountId),
    buckets: tally(({ bucket }) => bucket),
  };
}

function dayBefore(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - by * DAY_MS).toISOString().slice(0, 10);
}
