import type { CoverageChange } from "./change.ts";
import { type Happening, happeningWords } from "./happening.ts";
import { listWords } from "./list-words.ts";

/** The change in sentences, what nobody would be told of any more first. */
export function changeSentences(change: Omit<CoverageChange, "sentences">): readonly string[] {
  const { lost, gained, weakened, places, receivers } = change;
  return [
    ...sentence(
      lost.filter(({ after }) => after === "nobody"),
      (what) => `Nobody would receive ${what} any more.`,
    ),
    ...sentence(
      lost.filter(({ after }) => after === "pending"),
      (what) => `Only subscriptions that are not confirmed yet would be left for ${what}.`,
    ),
    ...placeSentences(places),
    ...sentence(
      weakened.filter(({ after }) => after === "places"),
      (what) => `${what} would be received for some buckets or accounts only.`,
    ),
    ...sentence(
      weakened.filter(({ after }) => after === "perhaps"),
      (what) => `It would no longer be certain that anybody receives ${what}.`,
      "or",
    ),
    ...receivers.flatMap(({ receiver, noLonger, newly, lessCertain }) => [
      ...sentence(noLonger, (what) => `${receiver.endpoint} would no longer receive ${what}.`, "or"),
      ...sentence(lessCertain, (what) => `${receiver.endpoint} would receive ${what} in fewer cases.`),
      ...sentence(
        newly,
        (what) => `${receiver.endpoint} would newly receive ${what}${onceConfirmed(receiver)}.`,
      ),
    ]),
    ...sentence(
      gained.filter(({ after }) => after !== "pending"),
      (what) => `Nobody receives ${what} today, and somebody would.`,
      "or",
    ),
  ];
}

function sentence(
  happenings: readonly Happening[],
  write: (what: string) => string,
  last: "and" | "or" = "and",
): string[] {
  return happenings.length === 0 ? [] : [write(happeningWords(happenings, last))];
}

function onceConfirmed({ status }: { readonly status: string }): string {
  return status === "pending" ? " once it is confirmed" : "";
}

/** One sentence for all places that lose the same. */
function placeSentences(places: CoverageChange["places"]): string[] {
  const alike = Map.groupBy(places, ({ place, lost }) => `${place.key} ${happeningWords(lost, "or")}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const noun = first.place.key === "bucket" ? "bucket" : "account";
    const names = group.map(({ place }) => place.value);
    const where = `${noun}${names.length === 1 ? "" : "s"} ${listWords(names, "and")}`;
    return sentence(first.lost, (what) => `Nobody would receive ${what} of ${where} any more.`, "or");
  });
}
