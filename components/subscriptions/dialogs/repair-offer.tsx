import type { FilterWords } from "@/lib/subscriptions/derive";
import type { RepairView } from "@/lib/subscriptions/verdict-view";
import { PolicyDiff } from "./policy-diff.tsx";

/** The repair that suggests itself: what it does in words, and to the policy. */
export function RepairOffer({ repair }: { repair: RepairView }) {
  return (
    <div className="grid grid-cols-1 gap-3">
      <ul className="grid list-disc gap-1 pl-5 wrap-anywhere">
        {repair.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <PolicyDiff lines={repair.diff} />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <dt className="text-muted">Now</dt>
        <dd className="wrap-anywhere">{inWords(repair.before)}</dd>
        <dt className="text-muted">Repaired</dt>
        <dd className="wrap-anywhere">{inWords(repair.after)}</dd>
      </dl>
    </div>
  );
}

function inWords({ typesText, summary }: FilterWords): string {
  return `${typesText}: ${summary}`;
}
