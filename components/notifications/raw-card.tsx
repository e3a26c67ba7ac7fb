import { Card } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import type { NotificationDetail } from "@/lib/notifications/loaders";

/** The message as text, to read and to copy. */
export function RawCard({ detail: { body, document } }: { detail: NotificationDetail }) {
  return (
    <Card title="Raw message">
      <div className="grid grid-cols-1 gap-4">
        <section className="grid min-w-0 grid-cols-1 gap-1.5">
          <h3 className="text-sm font-medium text-muted">Body</h3>
          <CodeBlock label="Body" code={body} />
        </section>
        <details>
          <summary className="w-fit rounded-sm py-0.5 text-sm text-muted hover:text-ink">
            As SNS delivers it, without the signature
          </summary>
          <div className="mt-1.5">
            <CodeBlock label="SNS notification" code={document} />
          </div>
        </details>
      </div>
    </Card>
  );
}
