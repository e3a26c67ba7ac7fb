import { type NotificationType, notificationTypes } from "../catalog/index.ts";
import type { Conjunction, PlacedLeaf } from "./conjunctions.ts";
import { isCarried } from "./domain.ts";
import type { Flaw } from "./flaw.ts";
import type { MessageKind } from "./message-kinds.ts";
import type { Reason } from "./reason.ts";
import { flawSentence, reasonSentence } from "./reason-sentence.ts";
import { more, type Share } from "./share.ts";
import type { Survey } from "./survey.ts";
import { whyApart } from "./why-apart.ts";
import { whyImpossible } from "./why-impossible.ts";

/** What a policy means for one notification type. */
export type TypeJudgement = {
  readonly type: NotificationType;
  readonly sentence: string;
} & (
  | { readonly verdict: "matches" | "possible" }
  /** Some of the type is delivered, but a part of the policy that concerns it contributes nothing. */
  | { readonly verdict: "partlyDead"; readonly key: string; readonly reason: Reason }
  /** `asked`: the policy's key notificationType admits the type, and another key shuts it out. */
  | { readonly verdict: "never"; readonly asked: boolean; readonly key: string; readonly reason?: Reason }
);

/** Judges a policy for one type, given what is wrong with it as a whole. */
export function judgeType(survey: Survey, type: NotificationType, flaws: readonly Flaw[]): TypeJudgement {
  const kinds = survey.kinds.filter((kind) => kind.type === type);
  const share = kinds.reduce<Share>((best, kind) => more(best, survey.shareOf(kind)), "none");
  if (share === "none") return judgeNever(survey, type, kinds);
  const flaw = flaws.find(({ effect, ...rest }) => effect === "dead" && concerns(survey, rest, kinds));
  if (flaw !== undefined) {
    const sentence = flawSentence(flaw, nounOf(survey));
    return { type, verdict: "partlyDead", key: flaw.placed.path, reason: flaw.reason, sentence };
  }
  const { label } = notificationTypes[type];
  if (share === "perhaps") {
    const sentence = `${label} notifications are delivered if they fit the filter, which nobody can know in advance.`;
    return { type, verdict: "possible", sentence };
  }
  const isWhole = kinds.every((kind) => survey.shareOf(kind) === "all");
  const sentence = isWhole
    ? `Every ${label} notification is delivered.`
    : `${label} notifications that fit the filter are delivered.`;
  return { type, verdict: "matches", sentence };
}

function nounOf({ policy }: Survey) {
  return policy.scope === "MessageBody" ? "field" : "attribute";
}

/** A flaw concerns a type that its alternative asks for, unless it is about a key that only other types carry. */
function concerns(survey: Survey, { placed }: Omit<Flaw, "effect">, kinds: readonly MessageKind[]): boolean {
  if (placed.path === "notificationType") return false;
  const carries = (kind: MessageKind) => isCarried(kind.domainOf(placed.path));
  if (!kinds.some(carries) && survey.kinds.some(carries)) return false;
  return survey.conjunctions.some(
    (conjunction) =>
      conjunction.leaves.get(placed.path)?.leaf === placed.leaf && asks(survey, conjunction, kinds),
  );
}

function asks(survey: Survey, { leaves }: Conjunction, kinds: readonly MessageKind[]): boolean {
  const types = leaves.get("notificationType");
  return types === undefined || kinds.some((kind) => survey.read(types, kind).share !== "none");
}

function judgeNever(survey: Survey, type: NotificationType, kinds: readonly MessageKind[]): TypeJudgement {
  const { label } = notificationTypes[type];
  const conjunction = survey.conjunctions.find((candidate) => asks(survey, candidate, kinds));
  const blocker = conjunction && blockerOf(survey, conjunction, kinds);
  if (conjunction === undefined || blocker === undefined) {
    const sentence = `The filter does not ask for ${label} notifications.`;
    return { type, verdict: "never", asked: false, key: "notificationType", sentence };
  }
  const reason = whyShutOut(survey, blocker, kinds);
  const [condition] = blocker.leaf.conditions;
  const subject = { path: blocker.path, noun: nounOf(survey), ...(condition && { condition }) } as const;
  return {
    type,
    verdict: "never",
    asked: conjunction.leaves.has("notificationType"),
    key: blocker.path,
    reason,
    sentence: reasonSentence(reason, subject),
  };
}

/** The key that shuts all messages of the type out, or else the first that shuts some out. */
function blockerOf(
  survey: Survey,
  { leaves }: Conjunction,
  kinds: readonly MessageKind[],
): PlacedLeaf | undefined {
  const blocks = (placed: PlacedLeaf, kind: MessageKind) => survey.read(placed, kind).share === "none";
  const placed = [...leaves.values()];
  return (
    placed.find((leaf) => kinds.every((kind) => blocks(leaf, kind))) ??
    placed.find((leaf) => kinds.some((kind) => blocks(leaf, kind)))
  );
}

function whyShutOut(survey: Survey, placed: PlacedLeaf, kinds: readonly MessageKind[]): Reason {
  const isHopeless = survey.kinds.every((kind) => survey.read(placed, kind).share === "none");
  const [condition] = placed.leaf.conditions;
  if (isHopeless && condition !== undefined) return whyImpossible(survey, placed.path, condition);
  return whyApart(placed, kinds, "notificationType");
}
