import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { Simulation } from "@/lib/recipients/loaders";
import { MessageFacts } from "./message-facts.tsx";
import { MessageSeverity } from "./message-severity.tsx";
import { PasteForm } from "./paste-form.tsx";
import { ReceivedQuestion } from "./received-question.tsx";
import { SampleForm } from "./sample-form.tsx";
import { questionHref } from "./simulate-href.ts";

/** What is asked: a sample, a pasted message or a received one, and what a filter can see of it. */
export function QuestionCard({ simulation }: { simulation: Simulation }) {
  const { topic, query } = simulation;
  const mode = modeOf(simulation);
  const toSample = questionHref(topic.id, query, { mode: undefined, message: "", kept: "" });
  const toPaste = questionHref(topic.id, query, { mode: "paste", bucket: "", account: "" });
  const toReceived = questionHref(topic.id, query, {
    mode: "received",
    sample: "",
    bucket: "",
    account: "",
    message: "",
    kept: "",
  });
  return (
    <Card
      title="If this happens"
      actions={
        <nav aria-label="What to ask about" className="flex gap-1 rounded-md bg-sunken p-0.5">
          <ModeLink href={toSample} isCurrent={mode === "sample"}>
            Sample
          </ModeLink>
          <ModeLink href={toPaste} isCurrent={mode === "paste"}>
            Paste a message
          </ModeLink>
          <ModeLink href={toReceived} isCurrent={mode === "received"}>
            Received
          </ModeLink>
        </nav>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        {mode === "sample" ? <SampleQuestion simulation={simulation} /> : null}
        {mode === "paste" ? <PastedQuestion simulation={simulation} /> : null}
        {mode === "received" ? <ReceivedQuestion simulation={simulation} /> : null}
      </div>
    </Card>
  );
}

function modeOf({ query, question: { kind } }: Simulation): "sample" | "paste" | "received" {
  if (kind === "sample") return "sample";
  const isReceived = kind === "received" || kind === "notKept" || query.mode === "received";
  return isReceived && kind !== "pasted" ? "received" : "paste";
}

function ModeLink({ href, isCurrent, children }: { href: Route; isCurrent: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isCurrent ? "page" : undefined}
      className={clsx(
        "inline-flex h-7 items-center rounded-md px-2.5 text-sm",
        isCurrent ? "bg-surface font-medium shadow-card" : "text-muted hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}

function SampleQuestion({ simulation: { topic, query, question, choices } }: { simulation: Simulation }) {
  if (question.kind !== "sample") return null;
  const { sample, message, notes } = question;
  const { bucket, accountId } = sample.attributes;
  return (
    <>
      <SampleForm
        topicId={topic.id}
        query={query}
        sampleId={sample.id}
        choices={choices}
        place={{ bucket: bucket?.value, accountId: accountId?.value }}
      />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <MessageSeverity message={message} />
        <span className="text-sm text-muted">{sample.note}</span>
      </p>
      <Notes notes={notes} />
      <MessageFacts message={message} />
    </>
  );
}

function PastedQuestion({ simulation: { topic, query, question, template } }: { simulation: Simulation }) {
  const reading = question.kind === "pasted" ? question.reading : undefined;
  return (
    <>
      {question.kind === "forgotten" ? (
        <Notice tone="caution" title="This message is no longer kept">
          A long message is kept while the console runs, and only for a while. Paste it again.
        </Notice>
      ) : null}
      <PasteForm
        topicId={topic.id}
        query={query}
        text={question.kind === "pasted" ? question.text : template}
        problem={reading && !reading.ok ? reading.problem : undefined}
      />
      {reading?.ok ? (
        <>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <MessageSeverity message={reading.message} />
            <span className="text-sm text-muted">Read as {reading.understoodAs}.</span>
          </p>
          <Notes notes={reading.notes} />
          <MessageFacts message={reading.message} />
        </>
      ) : null}
    </>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  return notes.map((note) => (
    <Notice key={note} tone="info">
      {note}
    </Notice>
  ));
}
