"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { importSubscriptionsAction } from "@/lib/subscriptions/bulk-actions";
import type { Exported } from "@/lib/subscriptions/export/exported";
import { isFutile, isImportable } from "@/lib/subscriptions/import/planned-row";
import type { Imported } from "@/lib/subscriptions/service/import";
import type { ImportPlan } from "@/lib/subscriptions/service/plan-import";
import type { ImportTopic } from "./import-dialog.tsx";
import { ImportTable } from "./import-table.tsx";
import { importSummary, planSummary, recommendedKeys } from "./import-words.ts";
import { Progress } from "./progress.tsx";
import { useBulkRun } from "./use-bulk-run.ts";

type ImportRowsProps = {
  topic: ImportTopic;
  plan: Extract<ImportPlan, { ok: true }>;
  onBack: () => void;
  onClose: () => void;
};

type Item = { key: string; imported: Exported; evenIfNever: boolean };

/** What importing would do, row by row, to choose from; the outcomes take its place in the same rows. */
export function ImportRows({ topic, plan: { topicArn, rows }, onBack, onClose }: ImportRowsProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(recommendedKeys(rows)));
  const { outcomes, progress, run, stop } = useBulkRun<Item, Imported>((items) =>
    importSubscriptionsAction({ topicId: topic.id, rows: items }),
  );
  const isUndone = (key: string) => (outcomes.get(key)?.outcome ?? "failed") === "failed";
  const toDo = rows.filter((row) => isImportable(row) && chosen.has(row.key) && isUndone(row.key));
  const isStarted = outcomes.size > 0 || progress !== null;
  const start = () =>
    run(toDo.map((row) => ({ key: row.key, imported: row.imported, evenIfNever: isFutile(row) })));
  const close = () => {
    onClose();
    if (isStarted) document.getElementById("main")?.focus({ preventScroll: true });
  };
  return (
    <Dialog
      title="Import subscriptions"
      description={`To ${topic.name}`}
      onClose={progress ? stop : close}
      size="wide"
    >
      <DialogBody className="grid content-start gap-3">
        {progress ? (
          <Progress label="Imported" {...progress} />
        ) : (
          <p role="status">{isStarted ? importSummary(outcomes.values()) : planSummary(rows)}</p>
        )}
        {topicArn === topic.arn || isStarted ? null : (
          <Notice tone="info">
            The document was exported from <span className="wrap-anywhere">{topicArn}</span>. Its
            subscriptions are added to {topic.name}.
          </Notice>
        )}
        <ImportTable
          rows={rows}
          outcomes={outcomes}
          chosen={chosen}
          onChosenChange={setChosen}
          isRunning={progress !== null}
        />
      </DialogBody>
      <DialogFooter>
        {progress ? <Button onClick={stop}>Stop</Button> : null}
        {isStarted || progress ? null : <Button onClick={onBack}>Back</Button>}
        {progress || (isStarted && toDo.length === 0) ? null : (
          <Button variant={isStarted ? "secondary" : "primary"} disabled={toDo.length === 0} onClick={start}>
            {isStarted ? "Retry" : "Import"} {toDo.length.toLocaleString("en")}
          </Button>
        )}
        {isStarted && !progress ? (
          <Button variant="primary" onClick={close}>
            Done
          </Button>
        ) : null}
      </DialogFooter>
    </Dialog>
  );
}
