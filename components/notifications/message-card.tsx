import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { NotificationDetail } from "@/lib/notifications/loaders";
import { ODDITY_WORDS } from "@/lib/notifications/oddity-words";
import { FactTableView } from "./fact-table.tsx";
import { FactValueView } from "./fact-value.tsx";
import { ForwardingLine } from "./forwarding-line.tsx";

/** What a message says, laid out by its type. */
export function MessageCard({ detail }: { detail: NotificationDetail }) {
  const { row, facts, subject, topic, messageId, receivedAt } = detail;
  return (
    <Card title="What it says" description={subject ?? "Without a subject"}>
      <div className="grid grid-cols-1 gap-5">
        {row.isDrill ? (
          <Notice tone="info" title="A drill">
            The console sent this as a test. Nothing of what it reports has happened.
          </Notice>
        ) : null}
        {row.oddities.map((oddity) => (
          <Notice key={oddity} tone="caution" title={ODDITY_WORDS[oddity].label}>
            {ODDITY_WORDS[oddity].sentence}
          </Notice>
        ))}
        {row.malware ? <Found malware={row.malware} /> : null}
        {facts.facts.length > 0 ? (
          <DefinitionList
            columns={3}
            items={facts.facts.map(({ term, value }) => ({ term, value: <FactValueView value={value} /> }))}
          />
        ) : facts.isReadable ? null : (
          <p className="text-muted">The body is not a JSON object. It stands below as it came.</p>
        )}
        {facts.tables.map((table) => (
          <FactTableView key={table.title} table={table} />
        ))}
        <hr />
        <DefinitionList
          columns={3}
          items={[
            { term: "Published", value: <RelativeTime at={row.publishedAt} /> },
            { term: "Received by the console", value: <RelativeTime at={receivedAt} /> },
            { term: "Topic", value: <FactValueView value={nameValue(topic.name)} /> },
            { term: "EventBridge", value: <ForwardingLine forwarding={detail.forwarding} /> },
            { term: "MessageId", value: <FactValueView value={nameValue(messageId)} /> },
          ]}
        />
      </div>
    </Card>
  );
}

function nameValue(text: string) {
  return { kind: "name" as const, text, exact: text };
}

function Found({ malware }: { malware: string }) {
  return (
    <p className="rounded-md border border-negative/35 bg-negative-soft px-3 py-2">
      <span className="text-sm text-muted">Found: </span>
      <strong className="font-semibold wrap-anywhere">{malware}</strong>
    </p>
  );
}
