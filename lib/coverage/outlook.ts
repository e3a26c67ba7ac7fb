import type { ProductId } from "../catalog/index.ts";
import type { FilterPolicy } from "../filter-policy/index.ts";
import type { Happening } from "./happening.ts";
import { likenessOf } from "./likeness.ts";
import { type MessageKind, messageKinds } from "./message-kinds.ts";
import { kindsAt, type Place } from "./place.ts";
import { type Reach, reachOf } from "./reach.ts";
import { type Survey, survey } from "./survey.ts";

/** What a policy makes of a topic's happenings. */
export type Outlook = {
  /** Made when first asked for: it costs far more than a reach. */
  readonly survey: Survey;
  readonly kindOf: (happening: Happening) => MessageKind | undefined;
  readonly reachOf: (happening: Happening) => Reach;
};

type Reaches = Map<MessageKind, Reach>;

const EVERYTHING: FilterPolicy = { scope: "MessageAttributes", entries: [] };

/** Policies are asked the same again whenever one among many has changed; what they answered is remembered. */
const ofPolicy = new WeakMap<FilterPolicy, Map<readonly MessageKind[], Reaches>>();
const ofAlike = new Map<readonly MessageKind[], Map<string, Reaches>>();
const REMEMBERED_ALIKE = 10_000;

/** Looks at policies one by one, everywhere or at one place; null is the absence of a filter. */
export function outlooks(
  products: readonly ProductId[],
  place?: Place,
): (policy: FilterPolicy | null) => Outlook {
  const scenes = { MessageAttributes: sceneOf("MessageAttributes"), MessageBody: sceneOf("MessageBody") };

  function sceneOf(scope: FilterPolicy["scope"]) {
    const everywhere = messageKinds(products, scope);
    const kinds = place === undefined ? everywhere : kindsAt(everywhere, scope, place);
    const byName = new Map(kinds.map((kind) => [nameOf(kind), kind]));
    return { kinds, kindOf: (happening: Happening) => byName.get(nameOf(happening)) };
  }

  return (policy) => {
    const stated = policy ?? EVERYTHING;
    const { kinds, kindOf } = scenes[stated.scope];
    let reaches: Reaches | undefined;
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
        reaches ??= place === undefined ? reachesOf(stated, kinds) : new Map();
        const reach = reaches.get(kind) ?? reachOf(surveyOnce(), kind);
        reaches.set(kind, reach);
        return reach;
      },
    };
  };
}

function nameOf({ type, result }: Pick<MessageKind, "type" | "result">): string {
  return `${type} ${result}`;
}

function reachesOf(policy: FilterPolicy, kinds: readonly MessageKind[]): Reaches {
  const byKinds = ofPolicy.get(policy) ?? new Map<readonly MessageKind[], Reaches>();
  ofPolicy.set(policy, byKinds);
  const reaches = byKinds.get(kinds) ?? reachesOfAlike(policy, kinds);
  byKinds.set(kinds, reaches);
  return reaches;
}

function reachesOfAlike(policy: FilterPolicy, kinds: readonly MessageKind[]): Reaches {
  const likeness = likenessOf(policy, kinds);
  if (likeness === undefined) return new Map();
  const alike = ofAlike.get(kinds) ?? new Map<string, Reaches>();
  ofAlike.set(kinds, alike);
  if (alike.size > REMEMBERED_ALIKE) alike.clear();
  const reaches = alike.get(likeness) ?? new Map<MessageKind, Reach>();
  alike.set(likeness, reaches);
  return reaches;
}
