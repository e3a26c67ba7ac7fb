import type { Evidence } from "@/lib/subscriptions/evidence";

/** What a filter asks for that was never received, while something alike was: most likely that was meant. */
export function UnseenHints({ unseen }: Pick<Evidence, "unseen">) {
  return (
    <ul className="grid gap-2">
      {unseen.map(({ place, sentence }) => (
        <li key={place} className="min-w-0 wrap-anywhere">
          <code className="font-mono text-sm">{place}</code>
          <p>{sentence}</p>
        </li>
      ))}
    </ul>
  );
}
