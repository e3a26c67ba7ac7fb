import { AwsError } from "../wire/errors.ts";
import type { JsonInput } from "../wire/json-input.ts";

const MAX_ENTRIES = 10;
const ID = /^[A-Za-z0-9_-]{1,80}$/;

export interface BatchEntry {
  id: string;
  input: JsonInput;
}

/**
 * The entries of a batch request, 1 to 10 with distinct ids.
 *
 * @throws AwsError the error that refuses the whole batch.
 */
export function readEntries(input: JsonInput, entryName: string): BatchEntry[] {
  const entries = (input.structures("Entries") ?? []).map((entry) => ({
    id: entry.text("Id") ?? "",
    input: entry,
  }));
  if (entries.length === 0)
    throw refusal("EmptyBatchRequest", `There should be at least one ${entryName} in the request.`);
  if (entries.length > MAX_ENTRIES)
    throw refusal(
      "TooManyEntriesInBatchRequest",
      `Maximum number of entries per request are ${MAX_ENTRIES}. You have sent ${entries.length}.`,
    );
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (!ID.test(id))
      throw refusal(
        "InvalidBatchEntryId",
        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.",
      );
    if (seen.has(id)) throw refusal("BatchEntryIdsNotDistinct", `Id ${id} repeated.`);
    seen.add(id);
  }
  return entries;
}

/** Does each entry by itself. One that is refused stands in `Failed` and keeps none of the others back. */
export function runEntries<Entry extends BatchEntry>(
  entries: readonly Entry[],
  work: (entry: Entry) => object,
): object {
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.id, ...work(entry) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const { code: Code, message: Message, fault } = error;
      Failed.push({ Id: entry.id, Code, Message, SenderFault: fault === "Sender" });
    }
  }
  return { Successful, ...(Failed.length > 0 ? { Failed } : {}) };
}

export const refusal = (code: string, message: string) => new AwsError(code, 400, message);
