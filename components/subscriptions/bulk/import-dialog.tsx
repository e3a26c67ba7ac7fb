"use client";

import { useState } from "react";
import { fetchImportPlan } from "@/lib/subscriptions/bulk-query-options";
import { IMPORT_BYTES_AT_MOST } from "@/lib/subscriptions/constants";
import type { SubscriptionsPage } from "@/lib/subscriptions/loaders";
import type { ImportPlan } from "@/lib/subscriptions/service/plan-import";
import { ImportDocument } from "./import-document.tsx";
import { ImportRows } from "./import-rows.tsx";

export type ImportTopic = Pick<SubscriptionsPage["topic"], "id" | "arn" | "name">;
type Issues = Extract<ImportPlan, { ok: false }>["issues"];

/** First the document, then what importing it would do, then what became of each row. */
export function ImportDialog({ topic, onClose }: { topic: ImportTopic; onClose: () => void }) {
  const [plan, setPlan] = useState<Extract<ImportPlan, { ok: true }>>();
  const [text, setText] = useState("");
  const [issues, setIssues] = useState<Issues>([]);

  const check = async (document: string) => {
    setIssues([]);
    if (document.length > IMPORT_BYTES_AT_MOST)
      return setIssues([{ path: "", message: "The document is longer than 16 MB. Import it in parts." }]);
    const read = await fetchImportPlan(topic.id, document).catch(() => null);
    if (!read) return setIssues([{ path: "", message: "The console did not answer. Try again." }]);
    if (read.ok) setPlan(read);
    else setIssues(read.issues);
  };

  if (plan)
    return <ImportRows topic={topic} plan={plan} onBack={() => setPlan(undefined)} onClose={onClose} />;
  return (
    <ImportDocument
      topic={topic}
      text={text}
      onTextChange={setText}
      issues={issues}
      onCheck={check}
      onClose={onClose}
    />
  );
}
