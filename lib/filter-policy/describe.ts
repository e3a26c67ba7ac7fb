import { describeConditions } from "./describe-conditions.ts";
import { listed, word } from "./phrases.ts";
import type { FilterPolicy, PolicyEntry } from "./policy.ts";

/**
 * The policy as one English phrase for a table cell or a preview, without capital and full stop:
 * `notificationType is scanResult, and scanResult is Infected or Unscannable`. A comma separates keys; what
 * is joined by "or" alone belongs to one key. `{}` is "every message".
 */
export function describeFilterPolicy(policy: FilterPolicy): string {
  if (policy.entries.length === 0) return "every message";
  const sentence = describeAll(clausesOf(policy.entries, ""));
  return policy.scope === "MessageBody" ? `in the message body, ${sentence}` : sentence;
}

/** A part of the phrase; a choice needs brackets as soon as something stands beside it. */
type Clause = { readonly text: string; readonly isChoice: boolean };

function clausesOf(entries: readonly PolicyEntry[], prefix: string): Clause[] {
  return entries.flatMap((entry) => {
    switch (entry.kind) {
      case "leaf":
        return {
          text: `${word(prefix + entry.key)} ${describeConditions(entry.conditions)}`,
          isChoice: false,
        };
      case "nested":
        return clausesOf(entry.entries, `${prefix}${entry.key}.`);
      case "or":
        return {
          text: describeChoice(entry.branches.map((branch) => clausesOf(branch, prefix))),
          isChoice: true,
        };
      default:
        return entry satisfies never;
    }
  });
}

function describeAll(clauses: readonly Clause[]): string {
  const [only, ...others] = clauses;
  if (only && others.length === 0) return only.text;
  return clauses.map(({ text, isChoice }) => (isChoice ? `(${text})` : text)).join(", and ");
}

function describeChoice(branches: readonly (readonly Clause[])[]): string {
  const texts = branches.map((clauses) => {
    const isSimple = clauses.length === 1 && !clauses[0]?.isChoice;
    return isSimple ? describeAll(clauses) : `(${describeAll(clauses)})`;
  });
  return `either ${listed(texts, ", or ")}`;
}
