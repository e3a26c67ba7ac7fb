import type { ProductId } from "../catalog/index.ts";
import type { FilterPolicy, FilterPolicyScope } from "../filter-policy/index.ts";
import type { Happening } from "./happening.ts";
import { likenessOf } from "./likeness.ts";
import { type MessageKind, messageKinds } from "./message-kinds.ts";
import { kindsAt, type Place } from "./place.ts";
import { type Reach, reachOf } from "./reach.ts";
import { type Survey, survey } from "./survey.ts";

type Reaches = Map<MessageKind, Reach>;

const EVERYTHING: FilterPolicy = { scope: "MessageAttributes", entries: [] };

/** Policies are asked the same again whenever one among many has changed; what they answered is remembered. */
const ofPolicy = new WeakMap<FilterPolicy, Map<readonly MessageKind[], Reaches>>();
const ofAlike = new Map<readonly MessageKind[], Map<string, Reaches>>();
const REMEMBERED_ALIKE = 10_000;

/** What a topic's happenings are to policies of one scope, anywhere or at one place. */
class Scene {
  readonly products: readonly ProductId[];
  readonly kinds: readonly MessageKind[];
  readonly isEverywhere: boolean;
  private readonly byName: ReadonlyMap<string, MessageKind>;
  private readonly asked = new Map<Happening, MessageKind | undefined>();

  constructor(products: readonly ProductId[], scope: FilterPolicyScope, place: Place | undefined) {
    const everywhere = messageKinds(products, scope);
    this.products = products;
    this.isEverywhere = place === undefined;
    this.kinds = place === undefined ? everywhere : kindsAt(everywhere, scope, place);
    this.byName = new Map(this.kinds.map((kind) => [nameOf(kind), kind]));
  }

  /** Of one happening thousands of policies are asked in a row. */
  kindOf(happening: Happening): MessageKind | undefined {
    if (!this.asked.has(happening)) this.asked.set(happening, this.byName.get(nameOf(happening)));
    return this.asked.get(happening);
  }
}

/** What a policy makes of a topic's happenings. */
export class Outlook {
  private readonly policy: FilterPolicy;
  private readonly scene: Scene;
  private reaches: Reaches | undefined;
  private surveyed: Survey | undefined;

  constructor(policy: FilterPolicy, scene: Scene) {
    this.policy = policy;
    this.scene = scene;
  }

  /** Made when first asked for: it costs far more than a reach. */
  get survey(): Survey {
    this.surveyed ??= survey(this.policy, this.scene.products, this.scene.kinds);
    return this.surveyed;
  }

  kindOf(happening: Happening): MessageKind | undefined {
    return this.scene.kindOf(happening);
  }

  reachOf(happening: Happening): Reach {
    const kind = this.kindOf(happening);
    if (kind === undefined) return "never";
    this.reaches ??= this.scene.isEverywhere ? reachesOf(this.policy, this.scene.kinds) : new Map();
    const known = this.reaches.get(kind);
    if (known !== undefined) return known;
    const reach = reachOf(this.survey, kind);
    this.reaches.set(kind, reach);
    return reach;
  }
}

/** Looks at policies one by one, everywhere or at one place; null is the absence of a filter. */
export function outlooks(
  products: readonly ProductId[],
  place?: Place,
): (policy: FilterPolicy | null) => Outlook {
  const scenes = {
    MessageAttributes: new Scene(products, "MessageAttributes", place),
    MessageBody: new Scene(products, "MessageBody", place),
  };
  return (policy) => {
    const stated = policy ?? EVERYTHING;
    return new Outlook(stated, scenes[stated.scope]);
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
