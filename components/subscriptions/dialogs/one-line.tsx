/** A name within a sentence: one that is too long for a line is cut, so that the sentence stays readable. */
export function OneLine({ text }: { text: string }) {
  return (
    <span title={text} className="inline-block max-w-[calc(100%-1em)] truncate align-bottom">
      {text}
    </span>
  );
}
