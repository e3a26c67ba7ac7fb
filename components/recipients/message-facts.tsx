import { CodeBlock } from "@/components/ui/code-block";
import type { FilterableMessage } from "@/lib/filter-policy";

/** What a filter can see of a message: its attributes, and on demand its body. */
export function MessageFacts({ message }: { message: FilterableMessage }) {
  const attributes = Object.entries(message.attributes);
  return (
    <div className="grid grid-cols-1 gap-3">
      {attributes.length > 0 ? (
        <dl className="flex flex-wrap gap-1.5">
          {attributes.map(([name, { type, value }]) => (
            <div
              key={name}
              className="inline-flex min-h-6 max-w-full min-w-0 items-baseline gap-1.5 rounded-sm border bg-sunken px-1.5 py-0.5 text-sm"
            >
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 font-medium wrap-anywhere">
                {value}
                {type === "String" ? null : <span className="font-normal text-muted"> ({type})</span>}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-muted">It carries no attributes.</p>
      )}
      {message.body ? (
        <details>
          <summary className="w-fit rounded-sm py-0.5 text-sm text-muted hover:text-ink">
            Message body
          </summary>
          <div className="mt-1.5">
            <CodeBlock code={pretty(message.body)} label="Message body" />
          </div>
        </details>
      ) : null}
    </div>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
