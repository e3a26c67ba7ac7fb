"use client";

import { Check } from "lucide-react";
import { useId } from "react";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { RequestId } from "@/components/ui/error-state";
import { FieldError } from "@/components/ui/field";
import { Status } from "@/components/ui/status";
import { PRODUCT_IDS, type ProductId, products } from "@/lib/catalog";
import type { TopicChoice } from "@/lib/topics/loaders";
import type { Progress } from "./use-topic-choice.ts";

type TopicChoiceRowProps = {
  topic: TopicChoice;
  /** The products chosen for it; undefined while the topic itself is not chosen. */
  chosen: readonly ProductId[] | undefined;
  progress: Progress | undefined;
  onChoose: (isChosen: boolean) => void;
  onProducts: (products: readonly ProductId[]) => void;
};

/** One topic of the list: whether to manage it, which products publish to it, and what came of adding it. */
export function TopicChoiceRow(props: TopicChoiceRowProps) {
  const { topic, chosen, progress, onChoose, onProducts } = props;
  const id = useId();
  const isDone = topic.managed || progress?.kind === "added";
  const isOpen = chosen !== undefined && !isDone;
  return (
    <li className="px-4 py-2.5">
      <div className="flex items-start justify-between gap-3">
        <Checkbox
          label={<span className="font-medium">{topic.name}</span>}
          description={<span className="font-mono text-xs">{topic.arn}</span>}
          checked={isDone || chosen !== undefined}
          disabled={isDone || progress?.kind === "adding"}
          onChange={(event) => onChoose(event.target.checked)}
          className="min-w-0"
        />
        <span role="status" className="shrink-0">
          <RowState topic={topic} progress={progress} />
        </span>
      </div>
      {isOpen ? (
        <fieldset
          aria-describedby={progress?.kind === "incomplete" ? `${id}-error` : undefined}
          className="mt-1.5 flex flex-wrap items-center gap-x-5 gap-y-1 pl-6"
        >
          <legend className="float-left text-sm text-muted">Published by</legend>
          {PRODUCT_IDS.map((product) => (
            <Checkbox
              key={product}
              label={products[product].name}
              checked={chosen.includes(product)}
              aria-invalid={progress?.kind === "incomplete" || undefined}
              onChange={({ target }) =>
                onProducts(PRODUCT_IDS.filter((p) => (p === product ? target.checked : chosen.includes(p))))
              }
            />
          ))}
        </fieldset>
      ) : null}
      <div role="alert" className="pl-6 empty:hidden">
        <RowProblem id={id} progress={progress} />
      </div>
    </li>
  );
}

function RowState({ topic, progress }: Pick<TopicChoiceRowProps, "topic" | "progress">) {
  if (progress?.kind === "adding") return <span className="text-sm text-muted">Adding…</span>;
  if (progress?.kind === "added")
    return (
      <Status tone="positive" icon={Check}>
        Added
      </Status>
    );
  return topic.managed ? <Badge>Managed already</Badge> : null;
}

function RowProblem({ id, progress }: { id: string; progress: Progress | undefined }) {
  if (progress?.kind === "incomplete") return <FieldError id={id} error={progress.message} />;
  if (progress?.kind !== "refused") return null;
  return (
    <>
      <FieldError id={id} error={progress.error.message} />
      {progress.error.requestId ? <RequestId id={progress.error.requestId} /> : null}
    </>
  );
}
