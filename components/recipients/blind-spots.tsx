import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { Status } from "@/components/ui/status";
import { happeningWords } from "@/lib/coverage";
import type { CoverageRowView, HappeningView } from "@/lib/recipients/coverage-view";
import type { TopicCoverage } from "@/lib/recipients/loaders";
import { addHref, whoHref } from "./coverage-href.ts";
import { toldWords } from "./coverage-words.ts";
import { HappeningName } from "./happening-name.tsx";

const LABELS: Record<CoverageRowView["covered"], string> = {
  nobody: "Nobody receives",
  pending: "Only pending",
  places: "Only some places",
  perhaps: "Only possibly",
  always: "Certain",
};

/** What is not certain to be told, the worst first: results one by one, what else nobody is told of in a sentence. */
export function BlindSpots({ coverage }: { coverage: TopicCoverage }) {
  const { nobody, onlyPending, partial } = coverage;
  const isGrave = ({ severity }: HappeningView) => severity !== "system" && severity !== "none";
  const isUrgent = ({ severity }: HappeningView) => severity === "critical" || severity === "high";
  const grave = [...nobody.filter(isGrave), ...onlyPending, ...partial.filter(isUrgent)];
  const rest = nobody.filter((row) => !isGrave(row));
  if (grave.length + rest.length === 0)
    return (
      <div className="p-4">
        <Notice tone="positive">Somebody confirmed is told of everything that can happen.</Notice>
      </div>
    );
  return (
    <ul className="divide-y">
      {grave.map((row) => (
        <li key={row.key}>
          <BlindSpot coverage={coverage} row={row} />
        </li>
      ))}
      {rest.length > 0 ? (
        <li className="px-4 py-2.5">
          <p className="text-pretty text-muted">Nobody is told of {happeningWords(rest, "or")}.</p>
        </li>
      ) : null}
    </ul>
  );
}

function BlindSpot({ coverage: { topic, query }, row }: { coverage: TopicCoverage; row: CoverageRowView }) {
  const where = { topicId: topic.id, query };
  const name = [row.typeLabel, row.resultLabel].filter(Boolean).join(": ");
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5">
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <Status tone={toldWords(row).tone}>{LABELS[row.covered]}</Status>
        <HappeningName happening={row} />
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink
          size="sm"
          variant="ghost"
          href={whoHref(where, row)}
          aria-label={`Who gets this? ${name}`}
        >
          Who gets this?
        </ButtonLink>
        {row.covered === "pending" ? null : (
          <ButtonLink size="sm" href={addHref(where, [row])} aria-label={`Add Subscription: ${name}`}>
            Add Subscription
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
