import type { PreviewRow, Span } from "@/lib/chat/preview";

/** The lines of a message, in colours of their own that hold on white. */
export function PreviewRows({ rows }: { rows: readonly PreviewRow[] }) {
  return (
    <div className="grid grid-cols-1 gap-2 text-sm">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity but their place
        <Row key={index} row={row} />
      ))}
    </div>
  );
}

function Row({ row }: { row: PreviewRow }) {
  switch (row.kind) {
    case "heading":
      return (
        <p className="text-base font-bold wrap-anywhere">
          <Spans spans={row.spans} />
        </p>
      );
    case "text":
      return (
        <p className="wrap-anywhere whitespace-pre-wrap">
          <Spans spans={row.spans} />
        </p>
      );
    case "item":
      return (
        <p className="flex gap-2 pl-2 wrap-anywhere">
          <span aria-hidden>•</span>
          <span className="min-w-0">
            <Spans spans={row.spans} />
          </span>
        </p>
      );
    case "context":
      return (
        <p className="text-xs wrap-anywhere text-[#5c5c63]">
          <Spans spans={row.spans} />
        </p>
      );
    case "block":
      return (
        // focusable, because what scrolls must be reachable by keyboard
        <section
          aria-label="Text of the message"
          tabIndex={0}
          className="max-h-72 overflow-auto rounded-md border border-[#d9d9de] bg-[#f8f8f8] p-2 text-[#1d1c1d]"
        >
          <pre className="font-mono text-xs wrap-anywhere whitespace-pre-wrap">{row.text}</pre>
        </section>
      );
    case "fields":
      return (
        <dl className="grid grid-cols-2 gap-x-4 gap-y-2">
          {row.fields.map((field, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the fields have no identity but their place
            <div key={index} className="min-w-0">
              <dt>
                <Spans spans={field.title} />
              </dt>
              <dd className="wrap-anywhere">
                <Spans spans={field.value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case "pairs":
      return (
        <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3 gap-y-1">
          {row.fields.map((field, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the fields have no identity but their place
            <div key={index} className="col-span-2 grid grid-cols-subgrid">
              <dt className="wrap-anywhere">
                <Spans spans={field.title} />
              </dt>
              <dd className="wrap-anywhere">
                <Spans spans={field.value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case "button":
      return (
        <p>
          <span className="inline-block rounded-md border border-[#bdbdc4] px-3 py-1 font-semibold">
            {row.label}
          </span>
        </p>
      );
    default:
      return row satisfies never;
  }
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return spans.map((span, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no identity but their place
    <SpanText key={index} span={span} />
  ));
}

function SpanText({ span: { text, look } }: { span: Span }) {
  switch (look) {
    case "plain":
      return text;
    case "bold":
      return <b className="font-bold">{text}</b>;
    case "code":
      return (
        <code className="rounded-sm border border-[#dcdce0] box-decoration-clone bg-[#f6f6f7] px-1 font-mono text-[0.85em] text-[#a31642]">
          {text}
        </code>
      );
    case "subtle":
      return <span className="text-[#5c5c63]">{text}</span>;
    case "link":
      return <span className="text-[#0b5cad] underline">{text}</span>;
    default:
      return look satisfies never;
  }
}
