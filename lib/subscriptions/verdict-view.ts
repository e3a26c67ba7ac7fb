import { type NotificationType, notificationTypes, type ProductId } from "@/lib/catalog";
import { type Finding, type Judgement, judge, type TypeJudgement } from "@/lib/coverage";
import { formatFilterPolicy } from "@/lib/filter-policy";
import type { Status } from "./constants.ts";
import { describeFilter, type FilterView, type FilterWords, viewFilter } from "./derive.ts";
import { type DiffLine, lineDiff } from "./line-diff.ts";
import { offeredRepair } from "./repair.ts";
import type { ShownVerdict } from "./verdict-words.ts";

/** What is said of a row's filter in the table. */
export type VerdictView = { kind: ShownVerdict; sentence: string; canRepair: boolean };

/** What the filter means for some notification types, and why. */
export type TypesVerdict = {
  verdict: TypeJudgement["verdict"] | "notAsked";
  labels: string[];
  /** Absent where the verdict says it all. */
  sentence: string | null;
};

export type RepairView = {
  /** What is to be handed back to apply exactly this repair. */
  text: string;
  sentences: readonly string[];
  diff: DiffLine[];
  /** The repaired filter in words. */
  after: FilterWords;
};

/** The verdict with everything it rests on. */
export type VerdictDetail = VerdictView & {
  findings: Pick<Finding, "effect" | "place" | "sentence">[];
  types: TypesVerdict[];
  repair: RepairView | null;
};

type Judged = { status: Status; arn: string | null; pausedAt: Date | null };

/** The verdict on a row whose filter reads as `view`. */
export function verdictView(row: Judged, view: FilterView, products: readonly ProductId[]): VerdictView {
  const judgement = judgementOf(view, products);
  return {
    kind: row.pausedAt ? "paused" : (judgement?.verdict ?? kindOf(view)),
    sentence: row.pausedAt ? PAUSED : (judgement?.sentence ?? unjudged(view)),
    canRepair: isEditable(row) && judgement?.repair !== undefined,
  };
}

/** As `verdictView`, with findings, what it means for each notification type, and the repair. */
export function verdictDetail(row: Judged, view: FilterView, products: readonly ProductId[]): VerdictDetail {
  const judgement = judgementOf(view, products);
  return {
    ...verdictView(row, view, products),
    findings: (judgement?.findings ?? []).map(({ effect, place, sentence }) => ({ effect, place, sentence })),
    types: judgement ? byMeaning(judgement) : [],
    repair: isEditable(row) ? repairView(view, products) : null,
  };
}

const PAUSED =
  "Nothing is delivered while it is paused. AWS holds a filter that matches nothing; its own comes back when it resumes.";

/** AWS takes changes only of a subscription whose ARN is known. */
function isEditable({ status, arn }: Judged): boolean {
  return (status === "pending" || status === "confirmed") && arn !== null;
}

function judgementOf(view: FilterView, products: readonly ProductId[]): Judgement | undefined {
  return view.kind === "unknown" || view.kind === "unreadable" ? undefined : judge(view.policy, products);
}

function kindOf({ kind }: FilterView): "unknown" | "unreadable" {
  return kind === "unreadable" ? kind : "unknown";
}

function unjudged(view: FilterView): string {
  return view.kind === "unreadable"
    ? `The console cannot read this filter policy: ${view.reason}`
    : "AWS has not told its filter yet. It tells that of a subscription made elsewhere once it is confirmed.";
}

const ORDER: readonly TypesVerdict["verdict"][] = ["never", "partlyDead", "possible", "matches", "notAsked"];

type Told = Pick<TypesVerdict, "verdict" | "sentence"> & { label: string };

/** Types of which the same is to be said stand together, the worst first. */
function byMeaning({ types, verdict: overall }: Judgement): TypesVerdict[] {
  const told = types.map((judged): Told => {
    const verdict = judged.verdict === "never" && !judged.reason ? "notAsked" : judged.verdict;
    const isPlain = verdict === "notAsked" || overall === "all";
    return { verdict, label: labelOf(judged.type), sentence: isPlain ? null : judged.sentence };
  });
  const groups = Map.groupBy(told, ({ verdict, sentence }) => `${verdict} ${sentence ?? ""}`);
  return [...groups.values()]
    .flatMap((members) => {
      const [first] = members;
      return first
        ? [{ verdict: first.verdict, sentence: first.sentence, labels: members.map(({ label }) => label) }]
        : [];
    })
    .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}

function labelOf(type: NotificationType): string {
  return notificationTypes[type].label;
}

function repairView(view: FilterView, products: readonly ProductId[]): RepairView | null {
  if (view.kind === "unknown" || view.kind === "unreadable" || !view.policy) return null;
  const repair = offeredRepair(view.policy, products);
  if (!repair) return null;
  const after = { attributesKnown: true, filterPolicy: repair.text, filterPolicyScope: repair.scope };
  return {
    text: repair.text,
    sentences: repair.sentences,
    diff: lineDiff(formatFilterPolicy(view.policy, 2), formatFilterPolicy(repair.policy, 2)),
    after: describeFilter(viewFilter(after, products), products),
  };
}
