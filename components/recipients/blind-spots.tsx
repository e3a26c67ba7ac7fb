import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { Status } from "@/components/ui/status";
import { happeningWords } from "@/lib/coverage";
import type { CoverageRowView, HappeningView } from "@/lib/recipients/coverage-view";
import type { TopicCoverage } from "@/lib/recipients/loaders";
import { addHref, whoHref } from "./coverage-href.ts";
import { toldWords } from "./coverage-words.ts";
import { HappeningName } from "./happening-name.tsx";

type Missed = HappeningView & Pick<CoverageRowView, "covered">;

/** What nobody confirmed is told of, the worst first: results one by one, the rest in a sentence. */
export function BlindSpots({ coverage }: { coverage: TopicCoverage }) {
  const { nobody, onlyPending } = coverage;
  const missed: Missed[] = [...nobody.map((row) => ({ ...row, covered: "nobody" as const })), ...onlyPending];
  const grave = missed.filter(({ severity }) => severity !== "system" && severity !== "none");
  const rest = nobody.filter(({ severity }) => severity === "system" || severity === "none");
  if (missed.length === 0)
    return (
      <div className="p-4">
        <Notice tone="positive">Somebody confirmed is told of everything that can happen.</Notice>
      </div>
    );
  return (
    <ul className="divide-y">
      {grave.map((row) => (
        <li key={row.key}>
          <BlindSpot coverage={coverage} missed={row} />
        </li>
      ))}
      {rest.length > 0 ? (
        <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5">
          <p className="min-w-0 flex-1 basis-64 text-pretty text-muted">
            {grave.length > 0 ? "Nor is anybody told of " : "Nobody is told of "}
            {happeningWords(rest, "or")}.
          </p>
        </li>
      ) : null}
    </ul>
  );
}

function BlindSpot({ coverage: { topic, query }, missed }: { coverage: TopicCoverage; missed: Missed }) {
  const where = { topicId: topic.id, query };
  const isPending = missed.covered === "pending";
  const name = `${missed.typeLabel} ${missed.resultLabel ?? ""}`;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5">
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <Status tone={toldWords(missed).tone}>{isPending ? "Only pending" : "Nobody receives"}</Status>
        <HappeningName happening={missed} />
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink size="sm" variant="ghost" href={whoHref(where, missed)} aria-label={`Who gets ${name}?`}>
          Who gets this?
        </ButtonLink>
        {isPending ? null : (
          <ButtonLink size="sm" href={addHref(where, [missed])} aria-label={`Add Subscription for ${name}`}>
            Add Subscription
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
