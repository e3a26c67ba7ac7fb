import { listWords } from "./list-words.ts";
import { notificationTypes } from "./notification-types.ts";
import { resultsOf } from "./results.ts";
import { type Selection, soleResultType } from "./selection.ts";

/** What is allowed but may surprise later, one sentence each for the administrator. */
export function selectionWarnings(selection: Selection): readonly string[] {
  const resultType = soleResultType(selection.types);
  if (resultType === undefined || selection.results.length === 0) return [];
  const results = resultsOf(resultType);
  const chosen = results.filter((result) => selection.results.includes(result.value));
  const { label } = notificationTypes[resultType];
  if (chosen.length === results.length) {
    return [
      `Every ${label.toLowerCase()} of today is chosen by name, so values that a later version adds are not delivered; clear the list to receive those too.`,
    ];
  }
  if (!chosen.every((result) => result.newerEngine)) return [];
  const names = listWords(
    chosen.map((result) => result.label),
    "and",
  );
  return [`Only newer engines report ${names}: with another engine nothing is delivered.`];
}
