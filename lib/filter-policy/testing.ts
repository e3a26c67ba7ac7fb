import fc from "fast-check";
import type { FilterableMessage } from "./match.ts";
import { parseFilterPolicy } from "./parse.ts";
import type { FilterPolicy, FilterPolicyScope } from "./policy.ts";

/** Ordered so that a policy can be written as text with its keys in this order, whatever they look like. */
type Entries = [key: string, value: string][];

const key = fc.oneof(
  fc.constantFrom("a", "b", "c", "a.b", "b.c", "2", "1", "__proto__", "constructor", "prefix", "$or"),
  fc.string({ unit: "grapheme", maxLength: 4 }),
);
const text = fc.oneof(
  fc.constantFrom("", "x", "X", "xy", "100", "null", "10.0.0.1", "2001:db8::1", 'a"b', "a\\b", "ß"),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const number = fc.oneof(
  fc.constantFrom(0, -0, 1, 100, 3.5, 1e21),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const many = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });
const oneOrMany = <T>(item: fc.Arbitrary<T>) => fc.oneof(item, many(item));
const wildcard = fc
  .array(fc.constantFrom("*", "\\*", "\\\\", "x", "ü"), { maxLength: 5 })
  .map((parts) => parts.join("").replaceAll(/\*\*+/g, "*"))
  .filter((pattern) => !/(^|[^\\])(\\\\)*\*\*/.test(pattern));

const numeric = fc.oneof(
  fc.tuple(fc.constantFrom("=", "<", "<=", ">", ">="), number),
  fc
    .tuple(fc.constantFrom(">", ">="), number, fc.constantFrom("<", "<="), number)
    .filter(([, lower, , upper]) => lower < upper),
);
const nonEmpty = text.filter((value) => value !== "");
const operation = fc.oneof(
  fc.record({ prefix: fc.oneof(text, fc.record({ "equals-ignore-case": text })) }),
  fc.record({ suffix: fc.oneof(text, fc.record({ "equals-ignore-case": text })) }),
  fc.record({ "equals-ignore-case": text }),
  fc.record({ wildcard }),
  fc.record({ cidr: fc.constantFrom("10.0.0.0/24", "0.0.0.0/0", "10.0.0.1/31", "2001:db8::/32", "::/0") }),
  fc.record({ numeric }),
  fc.record({ exists: fc.boolean() }),
  fc.record({ "anything-but": fc.oneof(oneOrMany(text), oneOrMany(number)) }),
  fc.record({ "anything-but": fc.record({ prefix: oneOrMany(nonEmpty) }) }),
  fc.record({ "anything-but": fc.record({ suffix: oneOrMany(nonEmpty) }) }),
  fc.record({ "anything-but": fc.record({ wildcard: oneOrMany(wildcard) }) }),
  fc.record({ "anything-but": fc.record({ "equals-ignore-case": oneOrMany(text) }) }),
);
const conditions = many(fc.oneof(scalar, operation)).map((items) => JSON.stringify(items));

function objectText(entries: Entries): string {
  return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(",")}}`;
}

function object(value: fc.Arbitrary<string>, or: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const entry = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(key, value) },
    { weight: 1, arbitrary: fc.tuple(fc.constant("$or"), or) },
  );
  return fc.array(entry, { minLength: 1, maxLength: 3 }).map((entries) => objectText(entries));
}

const policies = fc.letrec<{ flat: string; nested: string; flatOr: string; nestedOr: string; value: string }>(
  (tie) => ({
    flat: object(conditions, tie("flatOr")),
    nested: object(tie("value"), tie("nestedOr")),
    flatOr: fc.array(tie("flat"), { minLength: 2, maxLength: 3 }).map((items) => `[${items.join(",")}]`),
    nestedOr: fc.array(tie("nested"), { minLength: 2, maxLength: 3 }).map((items) => `[${items.join(",")}]`),
    value: fc.oneof({ maxDepth: 3 }, conditions, tie("nested")),
  }),
);

/**
 * Texts that are mostly valid policies of a scope, with every operator; some break a rule (a reserved name
 * inside `$or`, a limit), so a property must let the parser decide.
 */
export const arbitraryPolicyText = (scope: FilterPolicyScope): fc.Arbitrary<string> =>
  scope === "MessageBody" ? policies.nested : policies.flat;

/** Valid policies of a scope, with every operator. */
export const arbitraryPolicy = (scope: FilterPolicyScope): fc.Arbitrary<FilterPolicy> =>
  arbitraryPolicyText(scope)
    .map((text) => parseFilterPolicy(text, scope))
    .filter((parsed) => parsed.ok)
    .map(({ value }) => value);

/** Messages that share keys and values with the policies, and arbitrary ones. */
export const arbitraryMessage: fc.Arbitrary<FilterableMessage> = fc.record({
  attributes: fc.dictionary(
    key,
    fc.record({
      type: fc.oneof(
        fc.constantFrom("String", "Number", "Number.int", "String.Array", "Binary"),
        fc.string({ maxLength: 5 }),
      ),
      value: fc.oneof(text, number.map(String), fc.json()),
    }),
  ),
  body: fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .dictionary(key, fc.oneof(scalar, fc.array(fc.oneof(scalar, fc.dictionary(key, scalar)))))
      .map((body) => JSON.stringify(body)),
  ),
});

/** Policies and messages over a few keys and values, so that they often meet, in one array element and in several. */
const fewKeys = fc.constantFrom("a", "b", "a.b");
const fewValues = fc.constantFrom("x", "y", "X", "10.0.0.1", 1, 2);
const fewConditions = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fewValues },
      { weight: 1, arbitrary: fc.record({ exists: fc.boolean() }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<object>(
          { prefix: "x" },
          { "anything-but": ["x"] },
          { numeric: [">", 1] },
          { cidr: "10.0.0.0/24" },
        ),
      },
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((items): unknown => items);
const keysOf = (value: fc.Arbitrary<unknown>) => fc.dictionary(fewKeys, value, { minKeys: 1, maxKeys: 3 });
const withOr = (keys: fc.Arbitrary<object>) =>
  fc.oneof(
    { weight: 3, arbitrary: keys },
    {
      weight: 1,
      arbitrary: fc
        .tuple(keys, fc.array(keys, { minLength: 2, maxLength: 3 }))
        .map(([beside, branches]) => ({ ...beside, $or: branches })),
    },
  );
const flat = withOr(keysOf(fewConditions));
const nested = withOr(keysOf(fc.oneof(fewConditions, keysOf(fewConditions))));

/** Like `arbitraryPolicy`, over few keys and values. */
export const arbitrarySmallPolicy: fc.Arbitrary<FilterPolicy> = fc
  .oneof(
    flat.map((policy) => parseFilterPolicy(JSON.stringify(policy), "MessageAttributes")),
    nested.map((policy) => parseFilterPolicy(JSON.stringify(policy), "MessageBody")),
  )
  .filter((parsed) => parsed.ok)
  .map(({ value }) => value);

const fewScalars = fc.oneof(fewValues, fc.array(fewValues, { maxLength: 2 }));
const fewElements = fc.array(fc.dictionary(fewKeys, fewScalars), { maxLength: 3 });

/** Like `arbitraryMessage`, over the keys and values of `arbitrarySmallPolicy`. */
export const arbitrarySmallMessage: fc.Arbitrary<FilterableMessage> = fc.record({
  attributes: fc.dictionary(
    fewKeys,
    fc.oneof(
      fewValues.map((value) => ({
        type: typeof value === "string" ? "String" : "Number",
        value: String(value),
      })),
      fc.array(fewValues, { maxLength: 3 }).map((v) => ({ type: "String.Array", value: JSON.stringify(v) })),
      fc.constantFrom({ type: "Binary", value: "eA==" }, { type: "Number", value: "x" }),
    ),
  ),
  body: fc
    .dictionary(fewKeys, fc.oneof(fewScalars, fewElements, fc.dictionary(fewKeys, fewElements)))
    .map((body) => JSON.stringify(body)),
});
