"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { MiddleCut } from "@/components/ui/middle-cut";
import { Status } from "@/components/ui/status";
import { type Column, Table } from "@/components/ui/table";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { PROTOCOL_LABELS } from "@/lib/subscriptions/constants";
import { isImportable, type PlannedRow } from "@/lib/subscriptions/import/planned-row";
import type { Outcome } from "@/lib/subscriptions/service/each-in-turn";
import type { Imported } from "@/lib/subscriptions/service/import";
import { verdictWords } from "@/lib/subscriptions/verdict-words";
import { Failure } from "./failure.tsx";
import { PLAN_WORDS, recommendedKeys } from "./import-words.ts";

type Outcomes = ReadonlyMap<string, Outcome<Imported>>;

type ImportTableProps = {
  rows: readonly PlannedRow[];
  outcomes: Outcomes;
  chosen: ReadonlySet<string>;
  onChosenChange: (chosen: ReadonlySet<string>) => void;
  isRunning: boolean;
};

const shownAtFirst = 100;

export function ImportTable(props: ImportTableProps) {
  const { rows, outcomes } = props;
  const [shown, setShown] = useState(shownAtFirst);
  // what failed is not to be looked for
  const failed = rows.filter(({ key }) => outcomes.get(key)?.outcome === "failed");
  const listed = failed.length > 0 ? [...failed, ...rows.filter((row) => !failed.includes(row))] : rows;
  return (
    <>
      <Table
        caption="What the document holds"
        columns={columns(props)}
        rows={listed.slice(0, shown)}
        rowKey={({ key }) => key}
      />
      {rows.length > shown ? (
        <Button className="justify-self-start" size="sm" onClick={() => setShown(shown + shownAtFirst)}>
          Show more of {rows.length.toLocaleString("en")}
        </Button>
      ) : null}
    </>
  );
}

function columns(props: ImportTableProps): Column<PlannedRow>[] {
  return [
    {
      id: "select",
      header: "Import",
      heading: <ChooseAll {...props} />,
      isSelection: true,
      cell: (row) => <Choose row={row} {...props} />,
    },
    {
      id: "endpoint",
      header: "Endpoint",
      isRowHeader: true,
      cell: ({ imported: { endpoint, protocol } }) => (
        <>
          <MiddleCut text={endpoint} className="@2xl:max-w-56" />
          <span className="block text-sm font-normal text-muted">{PROTOCOL_LABELS[protocol]}</span>
        </>
      ),
    },
    {
      id: "filter",
      header: "Filter",
      cell: ({ typesText, summary }) => (
        <span title={`${typesText}: ${summary}`} className="line-clamp-3 wrap-anywhere">
          {typesText}: {summary}
        </span>
      ),
      className: "@2xl:min-w-40",
    },
    { id: "verdict", header: "Verdict", cell: (row) => <Verdict row={row} />, className: "@2xl:min-w-40" },
    {
      id: "result",
      header: "Import",
      cell: (row) => (
        <Result row={row} outcome={props.outcomes.get(row.key)} isOver={props.outcomes.size > 0} />
      ),
      className: "@2xl:min-w-40",
    },
  ];
}

function isOpen(row: PlannedRow, outcomes: Outcomes): boolean {
  const outcome = outcomes.get(row.key)?.outcome;
  return isImportable(row) && (outcome === undefined || outcome === "failed");
}

/** Ticks everything but what can never match: that takes a tick of its own. */
function ChooseAll({ rows, outcomes, chosen, onChosenChange, isRunning }: ImportTableProps) {
  const keys = recommendedKeys(rows.filter((row) => isOpen(row, outcomes)));
  const count = keys.filter((key) => chosen.has(key)).length;
  const isAll = count > 0 && count === keys.length;
  return (
    <Checkbox
      ref={(input) => {
        if (input) input.indeterminate = count > 0 && !isAll;
      }}
      label={<VisuallyHidden>Import all that can match</VisuallyHidden>}
      disabled={isRunning || keys.length === 0}
      checked={isAll}
      onChange={() => {
        const rest = [...chosen].filter((key) => !keys.includes(key));
        onChosenChange(new Set(isAll ? rest : [...rest, ...keys]));
      }}
    />
  );
}

function Choose({
  row,
  outcomes,
  chosen,
  onChosenChange,
  isRunning,
}: ImportTableProps & { row: PlannedRow }) {
  const { key, imported } = row;
  const isChosen = chosen.has(key);
  return (
    <Checkbox
      label={<VisuallyHidden>Import {imported.endpoint}</VisuallyHidden>}
      disabled={isRunning || !isOpen(row, outcomes)}
      checked={isChosen}
      onChange={() => {
        const next = new Set(chosen);
        if (!next.delete(key)) next.add(key);
        onChosenChange(next);
      }}
    />
  );
}

function Verdict({ row: { verdict, sentence } }: { row: PlannedRow }) {
  const { label, tone } = verdictWords(verdict);
  const needsReason = verdict !== "matches" && verdict !== "all" && verdict !== "unreadable";
  return (
    <Status tone={tone} detail={needsReason ? <span className="wrap-anywhere">{sentence}</span> : null}>
      {label}
    </Status>
  );
}

type ResultProps = {
  row: PlannedRow;
  outcome: Outcome<Imported> | undefined;
  /** Others were imported: what was not, was left out. */
  isOver: boolean;
};

function Result({ row, outcome, isOver }: ResultProps) {
  if (outcome?.outcome === "failed")
    return (
      <>
        <Status tone="negative">Failed</Status>
        <Failure failure={outcome} />
      </>
    );
  if (outcome)
    return (
      <Status tone={outcome.outcome === "confirmed" ? "positive" : "info"}>
        {outcome.outcome === "confirmed" ? "Added, confirmed" : "Added, pending"}
      </Status>
    );
  if (isOver && isImportable(row)) return <Status tone="neutral">Not imported</Status>;
  const { label, tone } = PLAN_WORDS[row.state];
  return (
    <Status
      tone={tone}
      detail={row.explanation ? <span className="wrap-anywhere">{row.explanation}</span> : null}
    >
      {label}
    </Status>
  );
}
