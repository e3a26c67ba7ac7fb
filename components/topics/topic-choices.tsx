import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { TopicChoices as Choices } from "@/lib/topics/loaders";
import { ListingRefused } from "./listing-refused.tsx";
import { RegionForm } from "./region-form.tsx";
import { TopicChooser } from "./topic-chooser.tsx";

type TopicChoicesProps = { choices: Choices; isFirstRun: boolean };

/** What AWS offers in a region, to choose from; or why it could not be asked. */
export function TopicChoices({ choices, isFirstRun }: TopicChoicesProps) {
  const { region } = choices;
  return (
    <>
      <RegionForm region={region} />
      {choices.kind === "failed" ? <ListingRefused {...choices} /> : null}
      {choices.kind === "listed" && choices.more ? (
        <Notice tone="info">
          Only the first {choices.topics.length} topics are listed. Paste the ARN of any other.
        </Notice>
      ) : null}
      <TopicChooser
        key={region}
        region={region}
        listed={choices.kind === "listed" ? choices.topics : undefined}
        isFirstRun={isFirstRun}
      />
    </>
  );
}

/** Has the place of the list while AWS is asked. */
export function TopicChoicesSkeleton() {
  return (
    <div role="status" className="grid gap-6">
      <span className="sr-only">Asking AWS for its topics</span>
      <div className="grid h-14 content-between">
        <Skeleton className="w-16" />
        <Skeleton className="h-8 w-76" />
      </div>
      <div className="grid gap-px rounded-lg border bg-surface p-4 shadow-card">
        {[0, 1, 2].map((row) => (
          <div key={row} className="grid h-20 content-center gap-2">
            <Skeleton className="w-56" />
            <Skeleton className="w-3/4" />
          </div>
        ))}
      </div>
    </div>
  );
}
