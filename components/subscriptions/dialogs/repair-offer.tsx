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
      <p className="wrap-anywhere">
        <span className="text-muted">Repaired, it delivers</span> {inWords(repair.after)}
      </p>
    </div>
  );
}

function inWords({ typesText, summary }: FilterWords): string {
  return `${typesText}: ${summary}`;
}
