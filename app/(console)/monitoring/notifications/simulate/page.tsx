import type { Metadata } from "next";
import { answerFacets } from "@/components/recipients/answer-facets";
import { AnswersTable } from "@/components/recipients/answers-table";
import { CopyLink } from "@/components/recipients/copy-link";
import { NoTopic } from "@/components/recipients/no-topic";
import { QuestionCard } from "@/components/recipients/question-card";
import { viewHref } from "@/components/recipients/simulate-href";
import { ToldCard } from "@/components/recipients/told-card";
import { Facets } from "@/components/ui/facets";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search-box";
import { RECIPIENT_PAGE_SIZES } from "@/lib/recipients/constants";
import { loadSimulation } from "@/lib/recipients/loaders";

export const metadata: Metadata = { title: "Who gets this?" };

export default async function SimulateRoute({
  searchParams,
}: PageProps<"/monitoring/notifications/simulate">) {
  const simulation = await loadSimulation(await searchParams);
  if (!simulation) return <NoTopic />;
  const { topic, query, told } = simulation;
  return (
    <>
      <PageHeader
        title="Who gets this?"
        description={`If a message were published to ${topic.name} now: who gets it, who does not, and why.`}
        actions={<CopyLink />}
      />
      <QuestionCard simulation={simulation} />
      <ToldCard simulation={simulation} />
      {told ? (
        <div className="grid grid-cols-1 gap-3">
          <div className="flex flex-wrap items-center gap-2">
            <SearchBox label="Search subscriptions" />
            <Facets
              facets={answerFacets(simulation)}
              clearAllHref={viewHref(topic.id, query, { q: "", answer: [], protocol: [] })}
            />
          </div>
          <AnswersTable simulation={simulation} />
          <Pagination
            page={told.page}
            pageSize={query.size}
            total={told.total}
            hrefFor={(page) => viewHref(topic.id, query, { page })}
            sizes={RECIPIENT_PAGE_SIZES.map((size) => ({ size, href: viewHref(topic.id, query, { size }) }))}
          />
        </div>
      ) : null}
    </>
  );
}
