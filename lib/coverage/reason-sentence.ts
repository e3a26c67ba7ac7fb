import { type NotificationType, notificationTypes, products } from "../catalog/index.ts";
import {
  type Condition,
  describeFilterPolicy,
  type FilterPolicy,
  formatFilterPolicy,
} from "../filter-policy/index.ts";
import type { Flaw } from "./flaw.ts";
import { listWords } from "./list-words.ts";
import type { Reason } from "./reason.ts";

type Subject = {
  readonly path: string;
  readonly condition?: Condition;
  readonly noun: "attribute" | "field";
};

/** One sentence for the administrator: what is wrong with a part of the policy, and why. */
export function flawSentence(flaw: Flaw, noun: Subject["noun"]): string {
  const { placed, index, reason } = flaw;
  const condition = index === undefined ? undefined : placed.leaf.conditions[index];
  return reasonSentence(reason, { path: placed.path, noun, ...(condition && { condition }) });
}

/** The sentence of a reason about a key, or about one of its conditions. */
export function reasonSentence(reason: Reason, subject: Subject): string {
  const { path, noun } = subject;
  switch (reason.kind) {
    case "unknownKey": {
      const remedy = reason.meant === undefined ? "" : `: it is called ${reason.meant}`;
      return `No notification carries the ${noun} ${path}${remedy}.`;
    }
    case "otherProductKey":
      return `Only ${products[reason.product].name} publishes the ${noun} ${path}, and not to this topic.`;
    case "excludesEverything":
      return `Every ${path} there can be is excluded, so no notification passes.`;
    case "excludesNothing":
      return `Excluding ${JSON.stringify(reason.value)} keeps nothing out. ${reasonSentence(reason.because, {
        ...subject,
        condition: { kind: "exact", value: reason.value },
      })}`;
    case "alwaysCarried":
      return `${carriers(reason.types)} carries ${reason.key}, so its absence can never be met.`;
    case "notCarried":
      return `${labels(reason.types)} notifications carry no ${reason.key}, so the filter on ${reason.key} shuts them out.`;
    case "contradiction":
      return `No notification satisfies ${about(subject)} and ${reason.with} together.`;
    case "overruled":
      return `A later condition on ${path} decides instead, so this one has no effect.`;
    case "bucketBesideAccount":
      return "A bucket name is unique across AWS, so an account beside it can only keep messages out: of a bucket in another account nothing arrives.";
    default:
      return `No notification's ${path} ${predicate(subject.condition)}: ${because(reason)}.`;
  }
}

type ValueReason = Extract<
  Reason,
  {
    kind:
      | "misspelt"
      | "unknownValue"
      | "otherProductValue"
      | "otherKeyValue"
      | "impossibleText"
      | "wrongNature"
      | "emptyRange"
      | "notAnAddress";
  }
>;

/** What is wrong with a value, as the second half of a sentence. */
function because(reason: ValueReason): string {
  switch (reason.kind) {
    case "misspelt":
      return `SNS compares letter by letter, and the value is ${conditionWords(reason.meant)}`;
    case "unknownValue":
      return `the values are ${listWords(reason.known, "and")}`;
    case "otherProductValue":
      return `it is a value of ${products[reason.product].name}, which does not publish to this topic`;
    case "otherKeyValue":
      return `it is a value of ${reason.key}`;
    case "impossibleText":
      return `${reason.noun} ${reason.rule}`;
    case "wrongNature":
      return reason.meant === undefined
        ? "it is of another type, and SNS compares type and value"
        : `SNS compares type and value, and ${conditionWords(reason.meant)} is meant`;
    case "emptyRange":
      return "no number it can hold is in the range";
    case "notAnAddress":
      return "it is never an IP address";
    default:
      return reason satisfies never;
  }
}

function about({ path, condition }: Subject): string {
  return condition === undefined ? path : `${path} that ${predicate(condition)}`;
}

/** "is Infected", "starts with prod-": the condition as it would be said of a key. */
function predicate(condition: Condition | undefined): string {
  if (condition === undefined) return "is asked for";
  return describeFilterPolicy(policyOf([condition])).slice("k ".length);
}

/** Conditions as the policy's JSON writes them. */
export function conditionWords(conditions: readonly Condition[]): string {
  return listWords(
    conditions.map((condition) =>
      formatFilterPolicy(policyOf([condition])).slice(`{"k":[`.length, -"]}".length),
    ),
    "or",
  );
}

function policyOf(conditions: readonly Condition[]): FilterPolicy {
  return { scope: "MessageAttributes", entries: [{ kind: "leaf", key: "k", conditions }] };
}

function labels(types: readonly NotificationType[]): string {
  return listWords(
    types.map((type) => notificationTypes[type].label),
    "and",
  );
}

function carriers(types: readonly NotificationType[]): string {
  return types.length === 0 ? "Every notification" : `Every ${labels(types)} notification`;
}
