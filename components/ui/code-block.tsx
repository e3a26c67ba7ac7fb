import { CopyButton } from "./copy-button.tsx";

type CodeBlockProps = {
  code: string;
  /** Names the block, such as "Filter policy". */
  label: string;
  /** Where to break a long text: `wrap` for URLs and sentences, otherwise it scrolls. */
  wrap?: boolean;
};

/** Exact text to read and to copy. */
export function CodeBlock({ code, label, wrap }: CodeBlockProps) {
  return (
    <div className="relative min-w-0 rounded-md border bg-sunken">
      {/* focusable, because what scrolls must be reachable by keyboard */}
      <section aria-label={label} tabIndex={0} className="max-h-96 overflow-auto rounded-md p-3 pr-10">
        <pre className={wrap ? "font-mono text-sm whitespace-pre-wrap" : "font-mono text-sm wrap-normal"}>
          <code>{code}</code>
        </pre>
      </section>
      <span className="absolute top-1.5 right-1.5 rounded-md bg-sunken">
        <CopyButton text={code} label={`Copy ${label.charAt(0).toLowerCase()}${label.slice(1)}`} />
      </span>
    </div>
  );
}
