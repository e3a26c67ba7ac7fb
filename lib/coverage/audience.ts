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

const names = new WeakMap<FilterPolicy, string>();

/** Equal for policies that say the same in the same order. */
export function policyName(policy: FilterPolicy | null): string {
  if (policy === null) return "";
  const name = names.get(policy) ?? policy.scope + formatFilterPolicy(policy);
  names.set(policy, name);
  return name;
}

/** Policies are asked the same again whenever one among many has changed; what they answered is remembered. */
const everywhereReaches = new WeakMap<FilterPolicy, Map<MessageKind, Reach>>();

function reachesOf(policy: FilterPolicy): Map<MessageKind, Reach> {
  const reaches = everywhereReaches.get(policy) ?? new Map<MessageKind, Reach>();
  everywhereReaches.set(policy, reaches);
  return reaches;
}

/** Surveys a policy once for all happenings, and only when asked; null is the absence of a filter. */
export function outlookOf(
  policy: FilterPolicy | null,
  products: readonly ProductId[],
  place?: Place,
): Outlook {
  const stated = policy ?? EVERYTHING;
  const everywhere = messageKinds(products, stated.scope);
  const kinds = place === undefined ? everywhere : kindsAt(everywhere, stated.scope, place);
  const reaches = place === undefined ? reachesOf(stated) : new Map<MessageKind, Reach>();
  const kindOf = (happening: Happening) =>
    kinds.find(({ type, result }) => type === happening.type && result === happening.result);
  let surveyed: Survey | undefined;
  const surveyOnce = () => {
    surveyed ??= survey(stated, products, kinds);
    return surveyed;
  };
  return {
    get survey() {
      return surveyOnce();
    },
    kindOf,
    reachOf: (happening) => {
      const kind = kindOf(happening);
      if (kind === undefined) return "never";
      const reach = reaches.get(kind) ?? reachOf(surveyOnce(), kind);
      reaches.set(kind, reach);
      return reach;
    },
  };
}
