import clsx from "clsx";
import Link from "next/link";
import { toneText } from "@/components/ui/tone";
import { ToneIcon } from "@/components/ui/tone-icon";
import { ANSWER_LABELS, ANSWERS } from "@/lib/recipients/constants";
import type { Simulation } from "@/lib/recipients/loaders";
import { ANSWER_WORDS, almostSentence, toldSentence } from "./answer-words.ts";
import { viewHref } from "./simulate-href.ts";

/** The answer in a sentence, and in numbers that lead to the rows. */
export function ToldCard({ simulation: { topic, query, told } }: { simulation: Simulation }) {
  if (!told) return null;
  const { counts, overall } = told;
  const tone = counts.receives > 0 ? "positive" : "negative";
  const shown = ANSWERS.filter((answer) => counts[answer] > 0);
  return (
    <section aria-label="Answer" className="rounded-lg border bg-surface p-4 shadow-card">
      <div className="flex items-start gap-2.5">
        <ToneIcon tone={tone} className={clsx("mt-1 size-4 shrink-0", toneText[tone])} />
        <div className="min-w-0">
          <h2 className="text-lg font-semibold">{toldSentence(counts, overall)}</h2>
          <p className="text-muted">{almostSentence(counts)}</p>
        </div>
      </div>
      {shown.length > 1 ? (
        <ul className="mt-3 -ml-2 flex flex-wrap gap-1">
          {shown.map((answer) => (
            <li key={answer}>
              <Link
                href={viewHref(topic.id, query, { answer: [answer], q: "", protocol: [] })}
                scroll={false}
                className="flex items-baseline gap-1.5 rounded-md px-2 py-1 hover:bg-hover"
              >
                <span className="text-lg font-semibold">{counts[answer]}</span>
                <ToneIcon
                  tone={ANSWER_WORDS[answer].tone}
                  className={clsx("size-3.5 shrink-0 self-center", toneText[ANSWER_WORDS[answer].tone])}
                />
                <span className="text-sm text-muted">{ANSWER_LABELS[answer]}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
