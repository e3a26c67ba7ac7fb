import fc from "fast-check";
import {
  attributesOf,
  CLASSIFICATION_RESULTS,
  isResultType,
  NOTIFICATION_TYPES,
  type NotificationType,
  type ProductId,
  resultsOf,
  SCAN_RESULTS,
  typesOf,
} from "../catalog/index.ts";
import { healthAlarmSample, samplesFor, sampleWith } from "../catalog/samples/index.ts";
import { arbitraryAccount, arbitraryBucket } from "../catalog/testing.ts";
import {
  type FilterableMessage,
  type FilterPolicy,
  type FilterPolicyScope,
  parseFilterPolicy,
} from "../filter-policy/index.ts";

/** For tests: a message of the topic and its type, null for the health alarm. */
export type TypedMessage = { type: NotificationType | null; message: FilterableMessage };

const ADDRESS = /^\d+\.\d+\.\d+\.\d+$/;

/** Names few enough that policies and messages meet, and the corners of what S3 allows. */
export const bucket: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("abc", "prod-a", "prod-b", "000", "a.b", "x--y", "z".repeat(63), "123456789012"),
  arbitraryBucket.filter((name) => !ADDRESS.test(name)),
);

export const account: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("123456789012", "000000000000", "999999999999"),
  arbitraryAccount,
);

const objectKey = fc.oneof(
  fc.constantFrom("a", "10.0.0.1", "::1", "*", "\\", "null", "a/b.exe", "ſ", "ß", "K", "x".repeat(1024)),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
);

const openText = fc.oneof(
  fc.constantFrom("Api", "Event", "NotApplicable", "10.0.0.1", "a"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
);

/** Fields of bodies that vary, by name; each replaces what a sample has there, if it has the field. */
const bodyValues = fc.record({
  versionId: fc.constantFrom(null, "", "ohjRhn8"),
  actionTaken: fc.constantFrom("None", "Keep", "Move", "Delete"),
  status: fc.constantFrom("Started", "Completed", "Failed"),
  errorMessage: fc.constantFrom(null, "", "Access denied"),
  fileExists: fc.boolean(),
  isProtected: fc.boolean(),
  fileSize: fc.constantFrom(0, 1, 48_213, 1e12),
  resultType: fc.constantFrom(0, 1, 2, 3),
  source: fc.constantFrom("User", "AutoProtectTag", "Api", "Deployment"),
  movedTo: fc.constantFrom(null, "abc/"),
  scanResults: fc.constantFrom([], [{ result: "Clean", virusName: [] }, { result: "Infected" }]),
  unheardOf: fc.constantFrom(undefined, "x", 1),
});

/** Messages that the products publish to a topic, within everything the catalog says; the same ones every time. */
export function manyMessages(products: readonly ProductId[], count: number): readonly TypedMessage[] {
  const name = `${products.join()} ${count}`;
  const messages = pools.get(name) ?? fc.sample(arbitraryMessage(products), { numRuns: count, seed: 2026 });
  pools.set(name, messages);
  return messages;
}

const pools = new Map<string, readonly TypedMessage[]>();

function arbitraryMessage(products: readonly ProductId[]): fc.Arbitrary<TypedMessage> {
  const alarm: TypedMessage = { type: null, message: healthAlarmSample };
  const typed = fc
    .constantFrom(...typesOf(products))
    .chain((type) => messageOf(products, type).map((message) => ({ type, message })));
  return fc.oneof({ weight: 1, arbitrary: fc.constant(alarm) }, { weight: 20, arbitrary: typed });
}

function messageOf(products: readonly ProductId[], type: NotificationType): fc.Arbitrary<FilterableMessage> {
  const samples = samplesFor(products).filter((sample) => sample.type === type);
  const results = isResultType(type) ? resultsOf(type).map(({ value }) => value) : [""];
  return fc
    .record({
      sample: fc.constantFrom(...samples),
      leftOut: fc.subarray(["bucket", "key", "scanType", "scanResultKind"]),
      texts: fc.record({
        bucket,
        accountId: account,
        key: objectKey,
        scanType: openText,
        scanResultKind: openText,
      }),
      result: fc.constantFrom(...results),
      bodyValues,
    })
    .map(({ sample, leftOut, texts, result, bodyValues }) => {
      const values: Record<string, string> = { ...texts, notificationType: type, [type]: result };
      const carried = attributesOf(type).filter(({ name, required }) => required || !leftOut.includes(name));
      const attributes = carried.map(({ name }) => [name, { type: "String", value: values[name] ?? "" }]);
      const body: object = JSON.parse(sampleWith(sample, texts).body);
      const varied = Object.entries(bodyValues).filter(([field]) => field in body || field === "unheardOf");
      return {
        attributes: Object.fromEntries(attributes),
        body: JSON.stringify({ ...body, ...Object.fromEntries(varied) }),
      };
    });
}

const keys = [
  ...["notificationType", "scanResult", "classificationResult", "bucket", "accountId", "key", "scanType"],
  ...["scanResultKind", "account", "ScanResult", "Bucket", "priority"],
];
const bodyKeys = [
  "result",
  "bucketName",
  "accountId",
  "status",
  "fileExists",
  "fileSize",
  "resultType",
  "bucket",
];
const words = [...NOTIFICATION_TYPES, ...SCAN_RESULTS, ...CLASSIFICATION_RESULTS];
const text = fc.oneof(
  fc.constantFrom<string>(...words),
  fc.constantFrom(...words).map((word) => word.toLowerCase()),
  fc.constantFrom("", "prod-", "PROD", "a", "-", ".", "1", "12345678901", "1234567890123", "ſ", "No_Bucket"),
  bucket,
  account,
);
const fragment = fc.oneof(
  text,
  fc.tuple(text, fc.nat(6), fc.nat(6)).map(([word, from, length]) => word.slice(from, from + length + 1)),
);
const wildcard = fc
  .tuple(fragment, fc.boolean(), fragment, fc.boolean(), fragment)
  .map(([a, first, b, second, c]) => `${a}${first ? "*" : ""}${b}${second ? "*" : ""}${c}`)
  .map((pattern) => pattern.replaceAll(/\*+/g, "*"));
const oneToThree = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });
const digits = fc.subarray([..."0123456789"], { minLength: 8 });

const condition = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.constantFrom(1, 123456789012, true, false, null),
  fc.record({ prefix: fc.oneof(fragment, fc.record({ "equals-ignore-case": fragment })) }),
  fc.record({ suffix: fc.oneof(fragment, fc.record({ "equals-ignore-case": fragment })) }),
  fc.record({ wildcard }),
  fc.record({ "equals-ignore-case": text }),
  fc.record({ exists: fc.boolean() }),
  fc.record({ numeric: fc.constantFrom(["=", 1], [">", 0, "<=", 5], ["<", 0]) }),
  fc.record({ cidr: fc.constantFrom("10.0.0.0/24", "::/8") }),
  fc.record({ "anything-but": oneToThree(text) }),
  fc.record({ "anything-but": fc.record({ prefix: fc.oneof(oneToThree(fragment), digits) }) }),
  fc.record({ "anything-but": fc.record({ suffix: fc.oneof(oneToThree(fragment), digits) }) }),
  fc.record({ "anything-but": fc.record({ wildcard: oneToThree(wildcard) }) }),
  fc.record({ "anything-but": fc.record({ "equals-ignore-case": oneToThree(text) }) }),
);

/** Policies about what messages carry, right and wrong in every way; those that SNS refuses are left out. */
export function arbitraryPolicy(scope: FilterPolicyScope): fc.Arbitrary<FilterPolicy> {
  const types = fc.subarray([...NOTIFICATION_TYPES], { minLength: 1 });
  const conditions = fc.array(condition, { minLength: 1, maxLength: 4 });
  const name = fc.constantFrom(...(scope === "MessageBody" ? [...keys, ...bodyKeys] : keys));
  const entry = fc.oneof(
    { weight: 1, arbitrary: fc.tuple(fc.constant("notificationType"), types) },
    { weight: 3, arbitrary: fc.tuple(name, conditions) },
  );
  const flat = fc.array(entry, { minLength: 1, maxLength: 3 }).map((entries) => Object.fromEntries(entries));
  const or = fc.tuple(flat, fc.array(flat, { minLength: 2, maxLength: 3 }), fc.boolean());
  const joined = or.map(([beside, $or, first]) => (first ? { $or, ...beside } : { ...beside, $or }));
  return fc
    .oneof({ weight: 3, arbitrary: flat }, { weight: 1, arbitrary: joined })
    .map((policy) => parseFilterPolicy(JSON.stringify(policy), scope))
    .filter((parsed) => parsed.ok)
    .map(({ value }) => value);
}

/** The policy that an object is the JSON of; throws for one that SNS refuses. */
export function policyOf(policy: object, scope: FilterPolicyScope = "MessageAttributes"): FilterPolicy {
  const parsed = parseFilterPolicy(JSON.stringify(policy), scope);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return parsed.value;
}
