import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { TopicCoverage } from "@/lib/recipients/loaders";
import { BlindSpots } from "./blind-spots.tsx";
import { coverageHref } from "./coverage-href.ts";
import { CoverageMatrix } from "./coverage-matrix.tsx";
import { CoveragePlaceForm } from "./coverage-place-form.tsx";
import { DoubleDeliveries } from "./double-deliveries.tsx";

/** Who is told of what on one topic: first what nobody is told of, then everything. */
export function CoverageSection({ coverage }: { coverage: TopicCoverage }) {
  const { topic, others, query } = coverage;
  const place = query.bucket ? `bucket ${query.bucket}` : query.account ? `account ${query.account}` : "";
  return (
    <section aria-label="Coverage" className="grid grid-cols-1 gap-3">
      <Card
        flush
        title={headline(coverage)}
        description={
          <>
            {topic.name}
            {place ? `, what concerns ${place}` : ", decided from the filters of all subscriptions"}
          </>
        }
        actions={<CoveragePlaceForm topicId={topic.id} query={query} />}
      >
        <BlindSpots coverage={coverage} />
        <DoubleDeliveries coverage={coverage} />
      </Card>
      <CoverageMatrix coverage={coverage} />
      {others.length > 0 ? (
        <nav
          aria-label="Coverage of other topics"
          className="flex flex-wrap items-center gap-1 text-sm text-muted"
        >
          <span>Coverage of</span>
          {others.map(({ id, name }) => (
            <ButtonLink
              key={id}
              size="sm"
              variant="ghost"
              href={coverageHref(id)}
              scroll={false}
              className="max-w-full"
            >
              <span className="truncate">{name}</span>
            </ButtonLink>
          ))}
        </nav>
      ) : null}
    </section>
  );
}

function headline({ nobody, onlyPending }: TopicCoverage): string {
  const n = nobody.length + onlyPending.length;
  if (n === 0) return "No blind spots";
  return n === 1 ? "1 blind spot: nobody confirmed is told" : `${n} blind spots: nobody confirmed is told`;
}
