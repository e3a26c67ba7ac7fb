import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { TypesVerdict } from "@/lib/subscriptions/verdict-view";

const words: Record<TypesVerdict["verdict"], { label: string; tone: Tone }> = {
  matches: { label: "Delivered", tone: "positive" },
  possible: { label: "Perhaps", tone: "caution" },
  partlyDead: { label: "In part", tone: "warning" },
  never: { label: "Never", tone: "negative" },
  notAsked: { label: "Not asked for", tone: "neutral" },
};

/** What a filter means for every notification type of the topic. */
export function TypesVerdicts({ types }: { types: readonly TypesVerdict[] }) {
  return (
    <ul className="divide-y rounded-md border">
      {types.map(({ verdict, labels, sentence }) => (
        <li
          key={`${verdict} ${sentence}`}
          className="grid gap-x-4 gap-y-0.5 px-3 py-2 sm:grid-cols-[8.5rem_minmax(0,1fr)]"
        >
          <Status tone={words[verdict].tone}>{words[verdict].label}</Status>
          <div className="min-w-0 wrap-anywhere">
            <p className={verdict === "notAsked" ? "text-muted" : undefined}>{labels.join(", ")}</p>
            {sentence ? <p className="text-sm text-muted">{sentence}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
