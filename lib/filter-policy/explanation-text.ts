import { describeConditions } from "./describe-conditions.ts";
import type {
  ConditionOutcome,
  FilterPolicyExplanation,
  Found,
  KeyExplanation,
  ValueType,
  WayExplanation,
} from "./explanation.ts";
import { valueWord, word } from "./phrases.ts";
import type { Scalar } from "./policy.ts";

/** How many values of a key are named in a sentence. */
const VALUES_NAMED = 5;

const UNREADABLE_BODY = {
  notJson: "the message body is not valid JSON, and this policy looks into the body",
  notAnObject: "the message body is not a JSON object, and this policy looks into its keys",
  tooDeep: "the message body is nested deeper than SNS follows",
};

/** The explanation in one or a few English sentences. */
export function explanationText(explanation: FilterPolicyExplanation): string {
  switch (explanation.kind) {
    case "everyMessage":
      return "Delivered: without a filter policy every message is.";
    case "unreadableBody":
      return `Not delivered: ${UNREADABLE_BODY[explanation.because]}.`;
    case "compared":
      return comparedText(explanation.ways, explanation.matches);
    default:
      return explanation satisfies never;
  }
}

function comparedText(ways: readonly WayExplanation[], matches: boolean): string {
  const [only, ...others] = ways;
  if (matches)
    return others.length === 0
      ? "Delivered: every key of the policy is satisfied."
      : "Delivered: an alternative of the policy is satisfied.";
  const undecided = ways.find(({ outcome }) => outcome === "undecided");
  if (undecided) return wayText(undecided);
  if (only === undefined || others.length > 0)
    return `Not delivered: none of the policy's ${ways.length} alternatives is satisfied.`;
  return `Not delivered. ${wayText(only)}`;
}

/** Why one way of satisfying the policy held or did not. */
export function wayText({ outcome, keys }: WayExplanation): string {
  switch (outcome) {
    case "held":
      return "Every key is satisfied.";
    case "noCommonElement":
      return "Each key is satisfied, but not all of them in the same element of an array.";
    case "undecided":
      return "Not known: the message's arrays leave too many combinations to try.";
    case "keysFailed":
      return keys
        .filter(({ held }) => !held)
        .map(keyText)
        .join(" ");
    default:
      return outcome satisfies never;
  }
}

/** What the policy asks of a key and what the message has there. */
export function keyText({ path, held, found, conditions }: KeyExplanation): string {
  const asked = describeConditions(conditions.map(({ condition }) => condition));
  const hints = held
    ? []
    : conditions.map(({ outcome }) => hint(outcome)).filter((text) => text !== undefined);
  return [`The policy asks that ${word(path)} ${asked}; ${foundText(found)}.`, ...hints.slice(0, 1)].join(
    " ",
  );
}

/** Why one condition held or did not. */
export function outcomeText(outcome: ConditionOutcome): string {
  switch (outcome.kind) {
    case "held":
      return `Satisfied by ${valueWord(outcome.value)}.`;
    case "heldByAbsence":
      return "Satisfied: the message does not carry the key.";
    case "absent":
      return "Not satisfied: it needs a value, and the message carries none.";
    case "present":
      return "Not satisfied: the message carries the key.";
    case "unreadable":
      return "Not satisfied: the value is not what its type promises.";
    case "otherType":
    case "letterCase":
      return `Not satisfied. ${hint(outcome)}`;
    case "excluded":
      return "Not satisfied: every value is excluded.";
    case "different":
      return "Not satisfied: no value fits.";
    default:
      return outcome satisfies never;
  }
}

/** What somebody who reads policy and message side by side easily overlooks. */
function hint(outcome: ConditionOutcome): string | undefined {
  if (outcome.kind === "letterCase") return `Letter case counts: ${word(outcome.value)} differs in it alone.`;
  if (outcome.kind !== "otherType") return undefined;
  const found = outcome.found.map(typeWord).join(" and ");
  return `Types must agree: the policy compares with ${typeWord(outcome.wanted)}, the message has ${found}.`;
}

function typeWord(type: ValueType): string {
  switch (type) {
    case "text":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "null":
      return "null";
    default:
      return type satisfies never;
  }
}

function foundText(found: Found): string {
  switch (found.kind) {
    case "values":
      return `the message says ${valuesText(found.values)}`;
    case "absent":
      return absentText(found);
    case "unreadable":
      return unreadableText(found);
    default:
      return found satisfies never;
  }
}

function valuesText(values: readonly Scalar[]): string {
  const named = values.slice(0, VALUES_NAMED).map(valueWord).join(", ");
  return values.length > VALUES_NAMED ? `${named} and ${values.length - VALUES_NAMED} more` : named;
}

function absentText({ because, type }: Extract<Found, { kind: "absent" }>): string {
  switch (because) {
    case "missing":
      return "the message does not carry it";
    case "ignoredType":
      return `the message carries it as ${word(type ?? "")}, a type that SNS does not compare`;
    case "emptyArray":
      return "the message carries an empty list, which counts as absent";
    default:
      return because satisfies never;
  }
}

function unreadableText({ because, type, text }: Extract<Found, { kind: "unreadable" }>): string {
  switch (because) {
    case "notANumber":
      return `the message says ${JSON.stringify(text)}, which is no number although its type is ${word(type)}`;
    case "notJson":
      return "the message carries a String.Array that is not valid JSON, so nothing can match it";
    case "notScalars":
      return "the message carries a String.Array with arrays or objects in it, so nothing can match it";
    default:
      return because satisfies never;
  }
}
