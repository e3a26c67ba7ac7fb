import { Check, X } from "lucide-react";
import type { KeyReason, Why } from "@/lib/recipients/why";

/** Why a filter admits a message or does not, key by key. What failed comes with its sentence. */
export function Reasons({ why: { text, ways, more } }: { why: Why }) {
  const isSingle = ways.length === 1;
  return (
    <div className="grid grid-cols-1 gap-1 py-0.5">
      {ways.length === 0 || !isSingle ? <p>{text}</p> : null}
      {ways.map((way, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: alternatives have no identity but their place
          key={index}
          className={isSingle ? undefined : "border-l-2 pl-2"}
        >
          <Keys keys={way.keys} />
          {way.text ? <p>{way.text}</p> : null}
        </div>
      ))}
      {more > 0 ? <p className="text-sm text-muted">{more} more alternatives fail as well.</p> : null}
    </div>
  );
}

function Keys({ keys }: { keys: readonly KeyReason[] }) {
  const held = keys.filter((key) => key.held);
  const failed = keys.filter((key) => !key.held);
  return (
    <ul className="grid grid-cols-1 gap-0.5">
      {failed.map((key) => (
        <li key={key.path} className="flex items-start gap-1.5">
          <X aria-hidden className="mt-0.5 size-4 shrink-0 text-negative" />
          <span className="sr-only">Not satisfied: </span>
          <span className="min-w-0 wrap-anywhere">{key.text}</span>
        </li>
      ))}
      {held.length > 0 ? (
        <li className="flex flex-wrap gap-x-3 text-sm text-muted">
          {held.map((key) => (
            <span key={key.path} title={key.text} className="inline-flex items-center gap-1">
              <Check aria-hidden className="size-3.5 shrink-0 text-positive" />
              <span className="sr-only">Satisfied: </span>
              {key.path}
            </span>
          ))}
        </li>
      ) : null}
    </ul>
  );
}
