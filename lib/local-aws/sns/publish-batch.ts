import { AwsError } from "../wire/errors.ts";
import type { QueryParameters } from "../wire/query.ts";
import { members } from "../wire/xml.ts";
import { type Operation, requireTopic } from "./call.ts";
import { publishedXml } from "./publish.ts";
import { MAX_MESSAGE_BYTES, readMessage } from "./publish-input.ts";
import { checkOrdering, publishToTopic } from "./publish-to-topic.ts";

const MAX_ENTRIES = 10;
const MAX_ID_LENGTH = 80;

/**
 * Publishes up to ten messages. As at AWS, one malformed message refuses the whole batch.
 * https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
 */
export const publishBatch: Operation = (aws, call) => {
  const topic = requireTopic(aws, call);
  const entries = call.parameters.group("PublishBatchRequestEntries.member");
  const ids = checkedIds(entries);
  const read = entries.map((entry, index) =>
    readMessage(entry, aws.clock, `publishBatchRequestEntries.${index + 1}.member.`),
  );
  if (read.reduce((sum, { bytes }) => sum + bytes, 0) > MAX_MESSAGE_BYTES)
    throw refusal(
      "BatchRequestTooLong",
      "The length of all the messages put together is more than the limit.",
    );
  for (const { message } of read) checkOrdering(topic, message);
  const published = read.map(({ message }, index) => ({
    entryId: ids[index] ?? "",
    ...publishToTopic(aws, topic, message),
  }));
  return [
    [
      "Successful",
      members(published, ({ entryId, ...message }) => [["Id", entryId], ...publishedXml(message)]),
    ],
    ["Failed", []],
  ];
};

function checkedIds(entries: QueryParameters[]): string[] {
  if (entries.length === 0)
    throw refusal("EmptyBatchRequest", "The batch request doesn't contain any entries.");
  if (entries.length > MAX_ENTRIES)
    throw refusal(
      "TooManyEntriesInBatchRequest",
      "The batch request contains more entries than permissible.",
    );
  const ids = entries.map((entry) => entry.text("Id") ?? "");
  if (new Set(ids).size < ids.length)
    throw refusal("BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
  for (const id of ids) checkId(id);
  return ids;
}

function checkId(id: string): void {
  if (id.length > MAX_ID_LENGTH)
    throw refusal("InvalidBatchEntryId", `The Id of a batch entry in the batch request is too long: ${id}`);
  if (!/^[A-Za-z0-9_-]+$/.test(id))
    throw refusal(
      "InvalidBatchEntryId",
      `The Id of a batch entry in the batch request contains an impermissible character: ${id}`,
    );
}

const refusal = (code: string, message: string) => new AwsError(code, 400, message);
