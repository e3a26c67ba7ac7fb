import { EmptyState } from "@/components/ui/empty-state";
import { RequestId } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { type Column, Table } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";
import type { JobView } from "@/lib/jobs/loaders";

const STATES: Record<JobView["state"], { label: string; tone: Tone }> = {
  working: { label: "Working", tone: "positive" },
  "standing by": { label: "Standing by", tone: "neutral" },
  failing: { label: "Failing", tone: "negative" },
  stuck: { label: "Stuck", tone: "warning" },
};

const columns: readonly Column<JobView>[] = [
  {
    id: "job",
    header: "Job",
    isRowHeader: true,
    cell: ({ title }) => <span className="font-medium wrap-anywhere">{title}</span>,
  },
  { id: "state", header: "State", cell: (job) => <JobState job={job} /> },
  {
    id: "run",
    header: "Last done",
    cell: ({ lastRunAt }) => (lastRunAt ? <RelativeTime at={lastRunAt} /> : "Not yet"),
    className: "whitespace-nowrap",
  },
];

/** What runs in the background, and what of it does not work. */
export function JobsCard({ jobs }: { jobs: readonly JobView[] }) {
  return (
    <section aria-labelledby="jobs" className="grid grid-cols-1 gap-3">
      <header>
        <h2 id="jobs" className="text-lg font-semibold">
          Background jobs
        </h2>
        <p className="max-w-prose text-muted">
          Where several processes share this console&apos;s database, each job runs in one of them, and the
          others stand by. Watch <code className="font-mono">/api/health</code> from outside.
        </p>
      </header>
      <Table
        caption="Background jobs"
        columns={columns}
        rows={jobs}
        rowKey={({ name }) => name}
        empty={<EmptyState title="No jobs yet">They begin with the server.</EmptyState>}
      />
    </section>
  );
}

function JobState({ job: { state, failure } }: { job: JobView }) {
  const { label, tone } = STATES[state];
  return (
    <div className="grid gap-0.5 py-1">
      <Status tone={tone} detail={failure ? <RelativeTime at={failure.since} /> : undefined}>
        {label}
      </Status>
      {failure ? <p className="max-w-prose text-sm text-pretty wrap-anywhere">{failure.message}</p> : null}
      {failure?.requestId ? <RequestId id={failure.requestId} /> : null}
    </div>
  );
}
