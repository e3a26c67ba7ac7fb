import { notificationTypes, type ProductId, typesOf } from "../catalog/index.ts";
import type { FilterPolicy } from "../filter-policy/index.ts";
import type { Flaw } from "./flaw.ts";
import { flawsOf } from "./flaws.ts";
import type { Reason } from "./reason.ts";
import { conditionWords, flawSentence } from "./reason-sentence.ts";
import { type Repair, repairOf } from "./repair.ts";
import { more, type Share } from "./share.ts";
import { type Survey, survey } from "./survey.ts";
import { judgeType, type TypeJudgement } from "./type-judgement.ts";

/**
 * all         no policy: every message, the health alarm included
 * matches     everything the policy lists can contribute, and some of it is certain to
 * possible    nothing is provably wrong, but only values that nobody can foretell decide whether anything arrives
 * partlyDead  something is delivered, and something listed can never contribute to it
 * alarmOnly   no notification of the products, but the alarm on their health
 * never       no message of the topic
 */
export type Verdict = "all" | "matches" | "possible" | "partlyDead" | "alarmOnly" | "never";

export type Finding = {
  readonly effect: Flaw["effect"];
  /** Where in the policy: "scanResult[1]", "$or[0]". */
  readonly place: string;
  readonly key: string;
  /** The value or operator at fault as the policy's JSON writes it; absent when it is the key or alternative. */
  readonly value?: string;
  readonly reason: Reason;
  readonly sentence: string;
};

export type Judgement = {
  readonly verdict: Verdict;
  /** The verdict in one sentence. */
  readonly sentence: string;
  /** Every notification type of the topic, in catalog order. */
  readonly types: readonly TypeJudgement[];
  /** What is dead or doubtful, in the order of the policy's alternatives. Nothing needs attention without any. */
  readonly findings: readonly Finding[];
  /** A policy that does what was meant, where that is evident. */
  readonly repair?: Repair;
};

/**
 * Whether messages of a topic of these products can match a policy, and whether all of it can contribute; decided by
 * the catalog, not by trying samples. Lists of the catalog are taken as complete: a type or result that a later
 * version adds is judged unknown until the catalog has it. Never throws.
 */
export function judge(policy: FilterPolicy | null, products: readonly ProductId[]): Judgement {
  if (policy === null || policy.entries.length === 0) return everything(products);
  const surveyed = survey(policy, products);
  const flaws = flawsOf(surveyed);
  const verdict = verdictOf(surveyed, flaws);
  const findings = flaws.map((flaw) => findingOf(flaw, policy));
  const repair = flaws.length === 0 ? undefined : repairOf(policy, products);
  return {
    verdict,
    sentence: verdictSentence(verdict, findings),
    types: typesOf(products).map((type) => judgeType(surveyed, type, flaws)),
    findings,
    ...(repair && { repair }),
  };
}

function everything(products: readonly ProductId[]): Judgement {
  const types = typesOf(products).map(
    (type): TypeJudgement => ({
      type,
      verdict: "matches",
      sentence: `Every ${notificationTypes[type].label} notification is delivered.`,
    }),
  );
  return { verdict: "all", sentence: SENTENCES.all, types, findings: [] };
}

function findingOf(flaw: Flaw, { scope }: FilterPolicy): Finding {
  const { effect, placed, index, reason, branch } = flaw;
  const condition = index === undefined || branch ? undefined : placed.leaf.conditions[index];
  return {
    effect,
    place: placeOf(flaw),
    key: placed.path,
    ...(condition && { value: conditionWords([condition]) }),
    reason,
    sentence: flawSentence(flaw, scope === "MessageBody" ? "field" : "attribute"),
  };
}

function placeOf({ branch, placed, index }: Flaw): string {
  return branch?.place ?? (index === undefined ? placed.place : `${placed.place}[${index}]`);
}

function verdictOf({ kinds, shareOf }: Survey, flaws: readonly Flaw[]): Verdict {
  let best: Share = "none";
  let alarm: Share = "none";
  for (const kind of kinds) {
    if (kind.type === null) alarm = shareOf(kind);
    else best = more(best, shareOf(kind));
  }
  if (best === "none") return alarm === "none" ? "never" : "alarmOnly";
  if (flaws.some(({ effect }) => effect === "dead")) return "partlyDead";
  return best === "perhaps" ? "possible" : "matches";
}

const SENTENCES: Record<Verdict, string> = {
  all: "Without a filter policy every message of the topic is delivered, the console's health alarm included.",
  matches: "Everything that the filter asks for can arrive.",
  possible: "Whether anything arrives depends on values that cannot be known in advance.",
  partlyDead: "A part of the filter can never match.",
  alarmOnly: "No notification can match this filter, only the alarm on the health of the product's console.",
  never: "No notification can ever match this filter.",
};

function verdictSentence(verdict: Verdict, findings: readonly Finding[]): string {
  const [first] = findings;
  const explains = (verdict === "never" || verdict === "partlyDead") && first !== undefined;
  return explains ? `${SENTENCES[verdict]} ${first.sentence}` : SENTENCES[verdict];
}
