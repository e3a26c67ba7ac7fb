import type { JsonOperation } from "../json-service.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { acceptEntry, entryBytes, entryError } from "./entry.ts";
import { constraints, validation } from "./errors.ts";
import { findBus, readBusName } from "./find.ts";
import { sendToRules } from "./send-to-rules.ts";

const MAX_ENTRIES = 10;
const MAX_BYTES = 1024 * 1024;

/**
 * Takes each entry or says why not, in their order. One for a bus that does not exist is taken and lost, as at AWS.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
export const putEvents: JsonOperation = (aws, { input, region }) => {
  const entries = readEntries(input);
  const results = entries.map(({ entry, busName }) => {
    const error = entryError(entry);
    if (error) return error;
    const event = acceptEntry(aws, region, entry);
    const bus = findBus(aws, region, busName);
    if (bus) sendToRules(aws, bus, event);
    return { EventId: event.id };
  });
  aws.store.deliveries.prune();
  return {
    FailedEntryCount: results.filter((result) => "ErrorCode" in result).length,
    Entries: results,
  };
};

function readEntries(input: JsonInput) {
  const list = constraints.need(input.structures("Entries"), "entries");
  constraints.list(list, "entries", { min: 1, max: MAX_ENTRIES });
  const entries = list.map((entry, index) => ({
    entry,
    busName: readBusName(entry, "EventBusName", `entries.${index + 1}.member.eventBusName`),
  }));
  if (list.reduce((sum, entry) => sum + entryBytes(entry), 0) > MAX_BYTES)
    throw validation("Total size of the entries in the request is over the limit.");
  return entries;
}
