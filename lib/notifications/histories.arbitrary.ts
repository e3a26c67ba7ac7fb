import * as fc from "fast-check";
import type { Received } from "./parse-delivery.ts";
import type { HistoryFilters } from "./schema.ts";
import { otherTopic, testTopic } from "./testing.ts";

const DAY_MS = 86_400_000;
export const START = Date.parse("2026-11-18T00:00:00Z");

export const TYPES = [
  "scanResult",
  "classificationResult",
  "bucketProtection",
  "updatesAvailable",
  "brandNew",
];
export const RESULTS = ["Clean", "Infected", "Error", "Matching", "Sparkling"];
export const BUCKETS = ["customer-data-1", "customer-data-2", "Größe_İ", 'x" OR "y'];
export const ACCOUNTS = ["111122223333", "444455556666", "no account"];
const KEYS = [
  "invoices/2026/rechnung-7.PDF",
  "a/b/c.txt",
  "日本語/文書.docx",
  'drop"table*',
  "EICAR.com",
  "İstanbul",
];

const sometimes = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

/** Messages of two topics over six days, few enough kinds that they meet. */
export const received: fc.Arbitrary<Received> = fc
  .record({
    topic: fc.constantFrom(testTopic, testTopic, testTopic, otherTopic),
    message: fc.nat({ max: 120 }),
    at: fc.nat({ max: 6 * DAY_MS }),
    type: sometimes(TYPES),
    result: sometimes(RESULTS),
    bucket: sometimes(BUCKETS),
    accountId: sometimes(ACCOUNTS),
    key: sometimes(KEYS),
    virus: sometimes(["Win.Ransomware.WannaCry-6313787-0", "EICAR-AV-TEST"]),
    drill: fc.boolean(),
  })
  .map(({ topic, message, at, type, result, bucket, accountId, key, virus, drill }) => ({
    topic,
    messageId: `message-${message}`,
    publishedAt: new Date(START + at),
    subject: null,
    attributes: attributesOf({
      notificationType: type,
      ...(type === "classificationResult" ? { classificationResult: result } : { scanResult: result }),
      bucket,
      accountId,
      key,
      drill: drill ? "true" : undefined,
    }),
    body: JSON.stringify({
      actionTaken: "None",
      ...(virus ? { scanResults: [{ virusName: [virus] }] } : {}),
    }),
    oddities: [],
  }));

function attributesOf(values: Record<string, string | undefined>): Received["attributes"] {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, { type: "String", value }] as const],
  );
  return Object.fromEntries(given);
}

/** Seldom narrowed, since several narrow facets at once leave nothing to tell apart. */
const some = <T extends string>(values: readonly T[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...values], { minLength: 1, maxLength: 3 }) },
  );
const day = fc.constantFrom("", "", "2026-11-17", "2026-11-19", "2026-11-20", "2026-11-22", "2026-12-01");

/** Whatever the page of the history can ask for. */
export const filters: fc.Arbitrary<HistoryFilters> = fc.record({
  view: fc.constantFrom("all", "all", "all", "problems", "odd"),
  q: fc.constantFrom(
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "rechn",
    "inv pdf",
    "customer data 1",
    "istanbul",
    "groesse",
    "grö",
    "wannacry",
    '" OR *',
    "日本",
    "1111",
    "c",
  ),
  product: some(["antivirus", "classification", ""]),
  type: some([...TYPES, ""]),
  result: some([...RESULTS, ""]),
  bucket: some([...BUCKETS, ""]),
  account: some([...ACCOUNTS, ""]),
  from: day,
  to: day,
});
