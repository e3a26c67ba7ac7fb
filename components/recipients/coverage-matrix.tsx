import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";
import { Status } from "@/components/ui/status";
import { type Column, Table } from "@/components/ui/table";
import type { CoverageRowView } from "@/lib/recipients/coverage-view";
import type { TopicCoverage } from "@/lib/recipients/loaders";
import { addHref, whoHref } from "./coverage-href.ts";
import { confirmedWords, toldWords } from "./coverage-words.ts";
import { HappeningName } from "./happening-name.tsx";

/** Everything that can happen, and how many are told of it. */
export function CoverageMatrix({ coverage: { topic, query, rows } }: { coverage: TopicCoverage }) {
  return (
    <Table
      caption={`Who is told of what on ${topic.name}`}
      columns={columns({ topicId: topic.id, query })}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}

function columns(where: Parameters<typeof whoHref>[0]): Column<CoverageRowView>[] {
  return [
    {
      id: "happening",
      header: "If this happens",
      isRowHeader: true,
      cell: (row) => (
        <Link href={whoHref(where, row)} className="rounded-sm hover:underline">
          <HappeningName happening={row} />
        </Link>
      ),
    },
    {
      id: "told",
      header: "Told",
      cell: (row) => <Status tone={toldWords(row).tone}>{toldWords(row).label}</Status>,
    },
    {
      id: "confirmed",
      header: "Confirmed",
      cell: (row) => {
        const words = confirmedWords(row);
        return words === "None" ? <span className="text-muted">None</span> : words;
      },
    },
    {
      id: "pending",
      header: "Pending",
      cell: ({ pending }) => (
        <span className={pending === 0 ? "text-muted" : undefined}>{pending || "None"}</span>
      ),
    },
    {
      id: "actions",
      header: "Actions",
      isActions: true,
      cell: (row) =>
        row.covered === "nobody" ? (
          <ButtonLink
            size="sm"
            variant="ghost"
            href={addHref(where, [row])}
            aria-label={`Add: ${nameOf(row)}`}
          >
            Add
          </ButtonLink>
        ) : (
          <ButtonLink size="sm" variant="ghost" href={whoHref(where, row)} aria-label={`Who? ${nameOf(row)}`}>
            Who?
          </ButtonLink>
        ),
    },
  ];
}

function nameOf({ typeLabel, resultLabel }: CoverageRowView): string {
  return [typeLabel, resultLabel].filter(Boolean).join(": ");
}
