import { Notice } from "@/components/ui/notice";

/** What would have no recipient any more; says nothing where nothing would. */
export function Losses({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Notice tone="warning" title={title}>
      <ul className="grid gap-1 wrap-anywhere">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}
