import type { FilterableMessage } from "@/lib/filter-policy";
import { explainFilterPolicy } from "@/lib/filter-policy/explain";
import type { WayExplanation } from "@/lib/filter-policy/explanation";
import { explanationText, keyText, wayText } from "@/lib/filter-policy/explanation-text";
import type { ReadFilter } from "./read-roster.ts";

/** A key of a policy: whether the message satisfies it, and what was asked and found. */
export type KeyReason = { path: string; held: boolean; text: string };

/** Why a filter admits a message or does not. */
export type Why = {
  text: string;
  /** One for each alternative that decided: the one that held, or all that failed. */
  ways: { keys: KeyReason[]; text: string | null }[];
  /** Alternatives that failed beyond those shown. */
  more: number;
};

const SHOWN_WAYS = 4;

/** The reasons for one subscription and one message, key by key. */
export function whyOf(filter: ReadFilter, message: FilterableMessage): Why {
  switch (filter.kind) {
    case "unknown":
      return sentence(
        "Its filter is not known yet: AWS shows the filter of a subscription once it is confirmed.",
      );
    case "unreadable":
      return sentence(`Its filter policy cannot be read: ${filter.reason}`);
    case "read":
      return filter.policy === null
        ? sentence("It has no filter: every message is delivered.")
        : explained(explainFilterPolicy(filter.policy, message));
    default:
      return filter satisfies never;
  }
}

function sentence(text: string): Why {
  return { text, ways: [], more: 0 };
}

function explained(explanation: ReturnType<typeof explainFilterPolicy>): Why {
  if (explanation.kind !== "compared") return sentence(explanationText(explanation));
  const { ways, matches } = explanation;
  const deciding = matches ? ways.filter(({ outcome }) => outcome === "held").slice(0, 1) : ways;
  const text = matches
    ? "The message satisfies every key of the filter."
    : ways.some(({ outcome }) => outcome === "undecided")
      ? "Whether the message satisfies the filter is not known."
      : ways.length > 1
        ? `The message satisfies none of the filter's ${ways.length} alternatives.`
        : "The message does not satisfy the filter.";
  return {
    text,
    ways: deciding.slice(0, SHOWN_WAYS).map(wayReasons),
    more: Math.max(0, deciding.length - SHOWN_WAYS),
  };
}

function wayReasons(way: WayExplanation) {
  const keys = way.keys.map((key) => ({ path: key.path, held: key.held, text: keyText(key) }));
  const isAbout = way.outcome === "noCommonElement" || way.outcome === "undecided";
  return { keys, text: isAbout ? wayText(way) : null };
}
