import type { Condition } from "./condition.ts";
import { type JsonNode, JsonProblem, parseLeadingJson } from "./json.ts";
import { checkBranchCount } from "./limits.ts";
import { readCondition } from "./operators.ts";
import { FilterPolicyProblem } from "./problem.ts";

export type FilterPolicyScope = "MessageAttributes" | "MessageBody";

/** What one key asks for. `level` is 1 for a key at the top and grows by one with each object around it. */
export type KeyRule = { conditions: Condition[]; level: number };

/** One way to satisfy a policy: every key, named by its dotted path, must. */
export type Branch = ReadonlyMap<string, KeyRule>;

type Place = { path: string; level: number; insideOr: boolean };

/**
 * Reads a filter policy into its branches, of which one must be satisfied; a policy without `$or` has one. A
 * path written twice keeps its later rule, as in AWS's engine. An empty policy (`""` or `{}`, the two ways to
 * remove one) asks for nothing and has one branch without keys.
 *
 * Checks the grammar (https://docs.aws.amazon.com/sns/latest/dg/attribute-key-matching.html); of the limits only
 * the one that keeps the branches from outgrowing memory. Throws `FilterPolicyProblem`.
 */
export function readPolicy(text: string, scope: FilterPolicyScope): Branch[] {
  if (text === "") return [new Map()];
  const root = parsePolicyJson(text);
  if (root?.kind === "object" && root.members.length === 0) return [new Map()];
  return readRules(root, scope, checkBranchCount);
}

/**
 * Reads the rules of a policy or an event pattern, in the language both are written in. `checkBranches` is asked
 * while `$or` makes them more. Throws `FilterPolicyProblem`.
 */
export function readRules(
  root: JsonNode | null,
  scope: FilterPolicyScope,
  checkBranches: (branches: readonly Branch[]) => void,
): Branch[] {
  if (root?.kind !== "object") throw new FilterPolicyProblem("Filter is not an object");
  const place = { path: "", level: 1, insideOr: false };
  return new RuleReader(scope, checkBranches).object(root, [new Map()], place);
}

function parsePolicyJson(text: string): JsonNode | null {
  try {
    return parseLeadingJson(text);
  } catch (error) {
    if (error instanceof JsonProblem) throw new FilterPolicyProblem(`failed to parse JSON. ${error.message}`);
    throw error;
  }
}

class RuleReader {
  private readonly scope: FilterPolicyScope;
  private readonly checkBranches: (branches: readonly Branch[]) => void;

  constructor(scope: FilterPolicyScope, checkBranches: (branches: readonly Branch[]) => void) {
    this.scope = scope;
    this.checkBranches = checkBranches;
  }

  /** What the branches become when everything in the object is asked for too. */
  object(node: JsonNode & { kind: "object" }, branches: Branch[], place: Place): Branch[] {
    if (node.members.length === 0) throw new FilterPolicyProblem("Empty objects are not allowed");
    return node.members.reduce((soFar, member) => {
      if (member.name === "$or") return this.alternatives(member.value, soFar, place);
      return this.member(member.name, member.value, soFar, place);
    }, branches);
  }

  private member(name: string, value: JsonNode, branches: Branch[], place: Place): Branch[] {
    if (place.insideOr && RESERVED_INSIDE_OR.has(name))
      throw new FilterPolicyProblem(`${name} is Ruler reserved fieldName which cannot be used inside $or.`);
    const path = place.path === "" ? name : `${place.path}.${name}`;
    switch (value.kind) {
      case "object":
        if (this.scope === "MessageAttributes")
          throw new FilterPolicyProblem(
            "Filter policy scope MessageAttributes does not support nested filter policy",
            true,
          );
        return this.object(value, branches, { ...place, path, level: place.level + 1 });
      case "array": {
        if (value.items.length === 0) throw new FilterPolicyProblem("Empty arrays are not allowed");
        const rule = { conditions: value.items.map(readCondition), level: place.level };
        return branches.map((branch) => new Map(branch).set(path, rule));
      }
      default:
        throw new FilterPolicyProblem(`"${name}" must be an object or an array`);
    }
  }

  private alternatives(value: JsonNode, branches: Branch[], place: Place): Branch[] {
    if (value.kind !== "array") throw new FilterPolicyProblem("It must be an Array followed with $or.");
    const forked = value.items.flatMap((item) => {
      if (item.kind === "object") return this.object(item, branches, { ...place, insideOr: true });
      throw new FilterPolicyProblem("Only JSON object is allowed in array of $or relationship.");
    });
    if (value.items.length < 2)
      throw new FilterPolicyProblem("There must have at least 2 Objects in $or relationship.");
    this.checkBranches(forked);
    return forked;
  }
}

/** Names that may one day be operators (https://docs.aws.amazon.com/sns/latest/dg/and-or-logic.html). */
const RESERVED_INSIDE_OR: ReadonlySet<string> = new Set([
  "exactly",
  "equals-ignore-case",
  "prefix",
  "suffix",
  "anything-but",
  "exists",
  "wildcard",
  "numeric",
  "cidr",
  "=",
  "<",
  "<=",
  ">",
  ">=",
  "regex",
  "not-wildcard",
  "not-equals-ignore-case",
  "date-after",
  "date-on-or-after",
  "date-before",
  "date-on-or-before",
  "in-date-range",
  "ip-address-in-range",
  "ip-address-not-in-range",
]);
