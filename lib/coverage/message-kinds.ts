import {
  type AttributeName,
  attributesOf,
  isResultType,
  type NotificationType,
  type ProductId,
  type ResultValue,
  resultsOf,
  typesOf,
} from "../catalog/index.ts";
import type { FilterPolicyScope } from "../filter-policy/index.ts";
import { alarmFields, type BodyFields, bodyFields, bodyResult, isAlarmPath } from "./body-fields.ts";
import { ABSENT, type Domain, type Sort, UNDECIDED } from "./domain.ts";
import { isMistakenField } from "./meant-key.ts";
import { accountId, bucketName, objectKey, someText } from "./text-grammar.ts";

/**
 * Messages that a policy cannot tell apart but by values that the catalog cannot list: one kind for each type, and for
 * each result of a result type. The keys of a kind are independent of each other.
 */
export type MessageKind = {
  /** Null: the alarm on the product's health, which CloudWatch publishes without attributes. */
  readonly type: NotificationType | null;
  readonly result: ResultValue | null;
  /** What such a message holds at a key of the policy's scope. */
  readonly domainOf: (path: string) => Domain;
};

const known = new Map<string, readonly MessageKind[]>();

/** The kinds of message that reach a topic of these products, as a policy of the scope sees them, the alarm last. */
export function messageKinds(
  productIds: readonly ProductId[],
  scope: FilterPolicyScope,
): readonly MessageKind[] {
  const types = typesOf(productIds);
  const name = `${scope}:${types.join()}`;
  const kinds = known.get(name) ?? [...types.flatMap((type) => kindsOf(type, scope)), alarm(scope)];
  known.set(name, kinds);
  return kinds;
}

function kindsOf(type: NotificationType, scope: FilterPolicyScope): MessageKind[] {
  const results = isResultType(type) ? resultsOf(type).map(({ value }) => value) : [null];
  const domains = scope === "MessageBody" ? bodyDomains : attributeDomains;
  return results.map((result) => ({ type, result, domainOf: domains(type, result) }));
}

const alarm = (scope: FilterPolicyScope): MessageKind => ({
  type: null,
  result: null,
  domainOf: scope === "MessageBody" ? alarmDomain : () => ABSENT,
});

function alarmDomain(path: string): Domain {
  if (Object.hasOwn(alarmFields, path)) return alarmFields[path] ?? ABSENT;
  return path.startsWith("Trigger.") ? UNDECIDED : ABSENT;
}

function attributeDomains(type: NotificationType, result: ResultValue | null) {
  const domains = new Map<string, Domain>(
    attributesOf(type).map(({ name, required }) => [name, attributeDomain(name, required, type, result)]),
  );
  return (path: string) => domains.get(path) ?? ABSENT;
}

const domains = new Map<string, Domain>();

/** Equal domains are the same object, so that what was read of one need not be read again. */
function attributeDomain(
  name: AttributeName,
  required: boolean,
  type: NotificationType,
  result: ResultValue | null,
): Domain {
  const sort = attributeSort(name, type, result);
  const id = `${name}:${required}:${sort.kind === "closed" ? sort.values.join() : ""}`;
  const domain = domains.get(id) ?? { sorts: [sort], mayBeAbsent: !required };
  domains.set(id, domain);
  return domain;
}

function attributeSort(name: AttributeName, type: NotificationType, result: ResultValue | null): Sort {
  switch (name) {
    case "notificationType":
      return { kind: "closed", values: [type] };
    case "scanResult":
    case "classificationResult":
      return { kind: "closed", values: [result] };
    case "bucket":
      return { kind: "text", grammar: bucketName };
    case "accountId":
      return { kind: "text", grammar: accountId };
    case "key":
      return { kind: "text", grammar: objectKey };
    case "scanType":
    case "scanResultKind":
      return { kind: "text", grammar: someText };
    default:
      return name satisfies never;
  }
}

/**
 * The paths of all bodies. One of them that a type's body lacks is not there, and neither is one that is plainly a
 * mistake for another; a path that the catalog has not heard of may exist all the same.
 */
const paths = [...new Set(Object.values(bodyFields).flatMap((fields) => Object.keys(fields)))];
const knownPaths = new Set(paths.flatMap((path) => [path, ...containersOf(path)]));

function bodyDomains(type: NotificationType, result: ResultValue | null) {
  const fields: BodyFields = {
    ...bodyFields[type],
    ...(type === "scanResult" && result !== null && { result: bodyResult(result) }),
  };
  return (path: string) => {
    if (Object.hasOwn(fields, path)) return fields[path] ?? ABSENT;
    const isMissing = knownPaths.has(path) || isAlarmPath(path) || isMistakenField(path, paths);
    return isMissing ? ABSENT : UNDECIDED;
  };
}

function containersOf(path: string): string[] {
  const steps = path.split(".");
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join("."));
}
