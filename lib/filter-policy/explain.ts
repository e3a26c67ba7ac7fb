import { readAttribute } from "./attributes.ts";
import { readBody } from "./body.ts";
import { bodyFields, wantedPaths } from "./body-fields.ts";
import { type Branch, branchesOf } from "./compile.ts";
import { compileConditions } from "./compile-conditions.ts";
import { findWitnesses, type Witness } from "./consistent-match.ts";
import { explainCondition } from "./explain-condition.ts";
import type { FilterPolicyExplanation, Found, KeyExplanation, WayExplanation } from "./explanation.ts";
import type { FilterableMessage } from "./match.ts";
import type { Condition, FilterPolicy } from "./policy.ts";
import { POLICY_STEPS, Steps } from "./steps.ts";

/**
 * Why a message is delivered under a policy, or is not: for each way of satisfying the policy every key with what
 * the message has there, and every condition with whether it held and why not. `matches` always equals
 * `matchFilterPolicy`. Of a key named both beside a `$or` and in it only the later one counts, as in AWS's engine,
 * and only that one is shown. Never throws.
 */
export function explainFilterPolicy(
  policy: FilterPolicy,
  message: FilterableMessage,
): FilterPolicyExplanation {
  if (policy.entries.length === 0) return { kind: "everyMessage", matches: true };
  const branches = branchesOf(policy.entries);
  if (policy.scope === "MessageAttributes")
    return compared(
      policy,
      branches.map((branch) => explainByAttributes(branch, message.attributes)),
    );
  const body = readBody(message.body);
  if (body.kind === "unreadable") return { kind: "unreadableBody", matches: false, because: body.because };
  const steps = new Steps(POLICY_STEPS);
  return compared(
    policy,
    branches.map((branch) => explainByBody(branch, body.root, steps)),
  );
}

function compared({ scope }: FilterPolicy, ways: readonly WayExplanation[]): FilterPolicyExplanation {
  return { kind: "compared", matches: ways.some(({ outcome }) => outcome === "held"), scope, ways };
}

function explainByAttributes(branch: Branch, attributes: FilterableMessage["attributes"]): WayExplanation {
  const keys = branch.map(([path, conditions]) =>
    explainKey(path, conditions, inAttributes(attributes, path)),
  );
  return { outcome: keys.every(({ held }) => held) ? "held" : "keysFailed", keys };
}

function inAttributes(attributes: FilterableMessage["attributes"], name: string): Found {
  const reading = readAttribute(attributes, name);
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (attribute === undefined) return { kind: "absent", because: "missing" };
  const { type, value: text } = attribute;
  return reading.kind === "unreadable" ? { ...reading, type, text } : { ...reading, type };
}

function explainByBody(branch: Branch, root: object, steps: Steps): WayExplanation {
  const fields = bodyFields(root, wantedPaths(branch.map(([path]) => path)));
  const witnesses = findWitnesses(
    branch.map(([path, conditions]) => [path, compileConditions(conditions)] as const),
    fields,
    steps,
  );
  const keys = branch.map(([path, conditions], index) => {
    const values = fields.get(path)?.map(({ value }) => value);
    const found: Found = values ? { kind: "values", values } : { kind: "absent", because: "missing" };
    return explainKey(path, conditions, found, witnesses?.[index]);
  });
  if (witnesses !== undefined) return { outcome: "held", keys };
  if (steps.areSpent) return { outcome: "undecided", keys };
  return { outcome: keys.every(({ held }) => held) ? "noCommonElement" : "keysFailed", keys };
}

/** Where the way as a whole holds, the witness tells whether the key counts as absent; else what is found does. */
function explainKey(
  path: string,
  conditions: readonly Condition[],
  found: Found,
  witness?: Witness,
): KeyExplanation {
  const isAbsent = witness === undefined ? found.kind === "absent" : witness === "absence";
  const explained = conditions.map((condition) => ({
    condition,
    outcome: explainCondition(condition, found, isAbsent),
  }));
  const held = explained.some(({ outcome }) => outcome.kind === "held" || outcome.kind === "heldByAbsence");
  return { path, held, found, conditions: explained };
}
