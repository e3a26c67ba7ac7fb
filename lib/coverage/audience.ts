import type { ProductId } from "../catalog/index.ts";
import { type FilterPolicy, formatFilterPolicy } from "../filter-policy/index.ts";
import type { Happening } from "./happening.ts";
import { type MessageKind, messageKinds } from "./message-kinds.ts";
import { kindsAt, type Place } from "./place.ts";
import { type Reach, reachOf } from "./reach.ts";
import { type Survey, survey } from "./survey.ts";

/** A subscription, or a channel with a filter of its own. Only the statuses confirmed and pending can ever receive. */
export type Receiver = {
  readonly id: string;
  readonly status: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly policy: FilterPolicy | null;
};

/** What a policy makes of a topic's happenings. */
export type Outlook = {
  readonly survey: Survey;
  readonly kindOf: (happening: Happening) => MessageKind | undefined;
  readonly reachOf: (happening: Happening) => Reach;
};

/** Receivers with the same policy, surveyed once: anywhere, or at one place. */
export type Audience = { readonly receivers: readonly Receiver[]; readonly outlook: Outlook };

const EVERYTHING: FilterPolicy = { scope: "MessageAttributes", entries: [] };

/** Groups receivers by policy, so that the work grows with the policies and not with the subscriptions. */
export function audiencesOf(
  receivers: readonly Receiver[],
  products: readonly ProductId[],
  place?: Place,
): readonly Audience[] {
  return [...Map.groupBy(receivers, ({ policy }) => policyName(policy)).values()].map((members) => ({
    receivers: members,
    outlook: outlookOf(members[0]?.policy ?? null, products, place),
  }));
}

/** Equal for policies that say the same in the same order. */
export function policyName(policy: FilterPolicy | null): string {
  return policy === null ? "" : policy.scope + formatFilterPolicy(policy);
}

/** Surveys a policy once for all happenings; null is the absence of a filter. */
export function outlookOf(
  policy: FilterPolicy | null,
  products: readonly ProductId[],
  place?: Place,
): Outlook {
  const { scope } = policy ?? EVERYTHING;
  const everywhere = messageKinds(products, scope);
  const kinds = place === undefined ? everywhere : kindsAt(everywhere, scope, place);
  const surveyed = survey(policy ?? EVERYTHING, products, kinds);
  const kindOf = (happening: Happening) =>
    kinds.find(({ type, result }) => type === happening.type && result === happening.result);
  return {
    survey: surveyed,
    kindOf,
    reachOf: (happening) => {
      const kind = kindOf(happening);
      return kind === undefined ? "never" : reachOf(surveyed, kind);
    },
  };
}
