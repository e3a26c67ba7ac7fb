import clsx from "clsx";
import { toneText } from "@/components/ui/tone";
import { ToneIcon } from "@/components/ui/tone-icon";
import type { VerdictDetail } from "@/lib/subscriptions/verdict-view";

/** What is wrong with a filter, each with its place in the policy. */
export function Findings({ findings }: Pick<VerdictDetail, "findings">) {
  return (
    <ul className="grid gap-2">
      {findings.map(({ effect, place, sentence }) => {
        const tone = effect === "dead" ? "negative" : "caution";
        return (
          <li key={`${place} ${sentence}`} className="flex min-w-0 items-start gap-2">
            <ToneIcon tone={tone} className={clsx("mt-0.5 size-4 shrink-0", toneText[tone])} />
            <div className="min-w-0 wrap-anywhere">
              <code className="font-mono text-sm">{place}</code>
              <p>{sentence}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
