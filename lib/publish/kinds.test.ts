import { describe, expect, test } from "vitest";
import {
  attributesOf,
  type MessageBodies,
  NOTIFICATION_TYPES,
  type NotificationType,
  PRODUCT_IDS,
} from "@/lib/catalog";
import { type Sample, samplesFor } from "@/lib/catalog/samples/index";
import { kinds } from "./kinds.ts";

const fresh = { id: "fresh-id", now: "2026-11-23T00:00:00.000Z" };
const everySample = [
  ...new Map(
    PRODUCT_IDS.flatMap((id) => samplesFor([id])).map((sample) => [sample.id, sample] as const),
  ).values(),
];
const sampleOf = (type: NotificationType): Sample => {
  const found = everySample.filter((sample) => sample.type === type).at(-1);
  if (!found) throw new Error(`no sample of ${type}`);
  return found;
};
const bodyOf = (type: NotificationType): Record<string, unknown> => JSON.parse(sampleOf(type).body);
const issuesOf = (type: NotificationType, body: unknown) => {
  const reading = kinds[type].read(body, fresh);
  return reading.ok ? [] : reading.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

/** Whether two types accept each other. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type BodyOf<Type extends NotificationType> = Extract<
  ReturnType<(typeof kinds)[Type]["read"]>,
  { ok: true }
>["body"];
/** Fails to compile, naming the type, when a schema and the catalog's type part ways. */
const same: { [Type in NotificationType]: Same<BodyOf<Type>, MessageBodies[Type]> } = {
  scanResult: true,
  classificationResult: true,
  largeFileScan: true,
  bucketsDiscovered: true,
  bucketProtection: true,
  bucketCrawling: true,
  bucketsPublicAccess: true,
  bucketAutoProtectionFailed: true,
  updatesAvailable: true,
  lowPrepaidData: true,
  trialExpiring: true,
};

test("every type of the catalog can be published", () => {
  expect(Object.keys(kinds)).toEqual([...NOTIFICATION_TYPES]);
  expect(Object.keys(same)).toEqual([...NOTIFICATION_TYPES]);
});

describe("every sample of the catalog", () => {
  test.each(everySample.map((sample) => [sample.id, sample] as const))(
    "%s is well formed and kept",
    (_, sample) => {
      const body = JSON.parse(sample.body);
      const reading = kinds[sample.type].read(body, fresh);
      expect(reading).toMatchObject({ ok: true });
      expect(reading.ok && reading.body).toEqual(body);
    },
  );

  test.each(everySample.map((sample) => [sample.id, sample] as const))(
    "%s has the right subject and attributes",
    (_, sample) => {
      const reading = kinds[sample.type].read(JSON.parse(sample.body), fresh);
      if (!reading.ok) throw new Error("refused");
      expect(sample.subject.endsWith(`: ${reading.headline}`)).toBe(true);
      const expected = Object.fromEntries(
        Object.entries(sample.attributes)
          .filter(([name]) => name !== "notificationType" && name !== "scanType")
          .map(([name, { value }]) => [name, value]),
      );
      // the vendor's own message contradicts itself here; the body is right
      if (sample.id.endsWith("/2021")) expected.key = "infected_bill.pdf";
      expect(reading.attributes).toEqual(expected);
    },
  );
});

test.each([...NOTIFICATION_TYPES])("%s carries the attributes of its type and no other", (type) => {
  const reading = kinds[type].read(bodyOf(type), fresh);
  const carried = attributesOf(type).map(({ name }) => name);
  expect(reading.ok && [...Object.keys(reading.attributes), "notificationType"].sort()).toEqual(
    carried.filter((name) => name !== "scanType").sort(),
  );
});

describe("what a publisher leaves out", () => {
  test.each([...NOTIFICATION_TYPES])("%s gets an identity and its dates", (type) => {
    const { id, guid, date, dateTime, dateScanned, notificationType, ...rest } = bodyOf(type);
    const reading = kinds[type].read(rest, fresh);
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
    expect(reading.body.guid).toBe("fresh-id");
    if ("id" in reading.body) expect(reading.body.id).toBe("fresh-id");
    expect(Object.keys(reading.body).sort()).toEqual(Object.keys(bodyOf(type)).sort());
    expect(JSON.stringify(reading.body)).toContain("2026-11-23");
  });

  test("the guid repeats the id, whichever is given", () => {
    const { id, guid, ...rest } = bodyOf("trialExpiring");
    expect(kinds.trialExpiring.read({ ...rest, id: "a" }, fresh)).toMatchObject({
      body: { id: "a", guid: "a" },
    });
    expect(kinds.trialExpiring.read({ ...rest, guid: "b" }, fresh)).toMatchObject({
      body: { id: "b", guid: "b" },
    });
  });

  test("what may be null is null", () => {
    const { quarantineError, fileSize, movedTo, versionId, ...rest } = bodyOf("scanResult");
    expect(kinds.scanResult.read(rest, fresh)).toMatchObject({
      body: { quarantineError: null, fileSize: null, movedTo: null, versionId: null },
    });
  });

  test("a list of buckets is counted", () => {
    const { count, truncated, ...rest } = bodyOf("bucketsDiscovered");
    expect(kinds.bucketsDiscovered.read(rest, fresh)).toMatchObject({ body: { count: 1, truncated: false } });
  });
});

describe("a body is refused, with field and remedy,", () => {
  test.each([...NOTIFICATION_TYPES])("%s for each field that is missing", (type) => {
    const optional = /^(id|guid|date|dateTime|dateScanned|notificationType|count|truncated)$/;
    const body = bodyOf(type);
    const schema = Object.values(kinds[type].shapes)[0]?.toJSONSchema({ io: "input" });
    for (const name of Object.keys(body).filter((key) => !optional.test(key))) {
      const { [name]: _, ...rest } = body;
      const issues = issuesOf(type, rest);
      if (schema?.required?.includes(name))
        expect(issues).toEqual([expect.stringMatching(`^${name}: (This is missing. )?Give `)]);
      else expect(issues).toEqual([]);
    }
  });

  test("a misspelt field, with what was meant", () => {
    const { bucketName, ...rest } = bodyOf("scanResult");
    expect(issuesOf("scanResult", { ...rest, bucketname: bucketName })).toEqual([
      "bucketName: This is missing. Give a text.",
      "bucketname: There is no such field. Did you mean bucketName?",
    ]);
  });

  test("a field nobody knows, with those there are", () => {
    expect(issuesOf("trialExpiring", { ...bodyOf("trialExpiring"), colour: "red" })).toEqual([
      expect.stringMatching("colour: There is no such field. Leave it out; there are id, guid, "),
    ]);
  });

  test("inside a list, with its place", () => {
    const body = bodyOf("lowPrepaidData");
    expect(
      issuesOf("lowPrepaidData", {
        ...body,
        balances: [{ pool: "universal", remainingGb: "1", totalGb: 1, percentRemaining: 1 }],
      }),
    ).toEqual([
      expect.stringMatching(
        /^balances\.0\.pool: Give one of StandardGoFwd, .*Universal.*\. Letter case counts\.$/,
      ),
      "balances.0.remainingGb: Give a number here, not a text.",
    ]);
  });

  test.each([
    [
      "scanResult",
      { result: "infected" },
      "result: Give one of Infected, Suspicious, Error, Unscannable, InfectedAllowed, Clean. Letter case counts.",
    ],
    [
      "scanResult",
      { accountId: "1234" },
      "accountId: Give the 12 digits of an AWS account, without hyphens.",
    ],
    ["scanResult", { bucketName: "" }, "bucketName: Give a text that is not empty."],
    [
      "scanResult",
      { dateScanned: "yesterday" },
      "dateScanned: Give a time in UTC, such as 2026-05-20T16:08:50Z.",
    ],
    [
      "scanResult",
      { guid: "another" },
      "guid: This repeats id. Give the same value, or leave one of the two out.",
    ],
    ["scanResult", { fileExists: "yes" }, "fileExists: Give true or false here, not a text."],
    [
      "classificationResult",
      { resultType: 7 },
      "resultType: Give a number: 0 for NonMatching, 1 for Matching, 2 for Unclassifiable, 3 for Error.",
    ],
    [
      "classificationResult",
      { date: "20.5.2022" },
      "date: Give a day as year-month-day, such as 2026-05-20.",
    ],
    [
      "bucketsDiscovered",
      { count: 7 },
      "count: The list names 1. Set truncated to true when there are more, or leave count out.",
    ],
    ["bucketsDiscovered", { count: 0 }, "count: The list names 1. Give at least that, or leave count out."],
    [
      "bucketProtection",
      { notificationType: "scanResult" },
      "notificationType: Give bucketProtection. Letter case counts.",
    ],
  ] as const)("%s with %j", (type, change, issue) => {
    expect(issuesOf(type, { ...bodyOf(type), ...change })).toEqual([issue]);
  });

  test("that is no object", () => {
    expect(issuesOf("trialExpiring", "text")).toEqual([": Give an object here, not a text."]);
  });
});

describe("a scan result in the format of 2021", () => {
  const legacy = everySample.find(({ id }) => id.endsWith("/2021"));
  const body = JSON.parse(legacy?.body ?? "{}");

  test.each([
    [0, "Clean"],
    [1, "Infected"],
    [5, "Suspicious"],
  ])("%i is %s", (result, word) => {
    expect(kinds.scanResult.read({ ...body, result }, fresh)).toMatchObject({
      body: { result },
      attributes: { scanResult: word, scanResultKind: "NotApplicable" },
    });
  });

  test("knows six numbers", () => {
    expect(issuesOf("scanResult", { ...body, result: 6 })).toEqual([
      "result: Give the result as a word, such as Infected.",
    ]);
  });
});
