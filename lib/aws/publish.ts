import "server-only";
import {
  type BatchResultErrorEntry,
  type MessageAttributeValue,
  PublishBatchCommand,
  PublishCommand,
  type SNSClient,
} from "@aws-sdk/client-sns";
import { AppError } from "@/lib/errors";
import { translateAwsError } from "./errors.ts";
import type { Publication, PublishOutcome } from "./ports.ts";
import { MAX_PUBLICATION_BYTES, publicationBytes } from "./publication-size.ts";

const MAX_BATCH = 10;

/** A publication and its place among those that were asked for. */
type Placed = { publication: Publication; at: number };

/** `SnsPort.publish` through the SDK; `clientOf` gives the client of a topic's region. */
export async function publishAll(
  clientOf: (topicArn: string) => SNSClient,
  publications: readonly Publication[],
): Promise<PublishOutcome[]> {
  const outcomes = new Array<PublishOutcome>(publications.length);
  let unreachable: AppError | undefined;
  for (const batch of batches(publications)) {
    const answers = unreachable
      ? refuseAll(batch, unreachable)
      : await publishBatch(clientOf, batch).catch((error: unknown) => {
          const translated = translateAwsError(error);
          if (translated.code === "unavailable") unreachable = translated;
          return refuseAll(batch, translated);
        });
    for (const [index, { at }] of batch.entries()) outcomes[at] = answers[index] ?? unanswered();
  }
  return outcomes;
}

/** As few calls as SNS allows: up to ten messages and 256 KB each, in order within a topic. */
function batches(publications: readonly Publication[]): Placed[][] {
  const byTopic = Map.groupBy(
    publications.map((publication, at) => ({ publication, at })),
    ({ publication }) => publication.topicArn,
  );
  return [...byTopic.values()].flatMap((ofTopic) => {
    const cut: Placed[][] = [];
    let room = 0;
    for (const placed of ofTopic) {
      const size = publicationBytes(placed.publication);
      const last = cut.at(-1);
      if (last && last.length < MAX_BATCH && size <= room) last.push(placed);
      else cut.push([placed]);
      room = cut.at(-1) === last ? room - size : MAX_PUBLICATION_BYTES - size;
    }
    return cut;
  });
}

async function publishBatch(
  clientOf: (topicArn: string) => SNSClient,
  batch: readonly Placed[],
): Promise<PublishOutcome[]> {
  const [first] = batch;
  if (!first) return [];
  const { topicArn } = first.publication;
  if (batch.length === 1) {
    const input = { TopicArn: topicArn, ...content(first.publication) };
    const { MessageId = "", $metadata } = await clientOf(topicArn).send(new PublishCommand(input));
    return [{ ok: true, messageId: MessageId, requestId: $metadata.requestId }];
  }
  const entries = batch.map(({ publication }, index) => ({ Id: String(index), ...content(publication) }));
  const { Successful, Failed, $metadata } = await clientOf(topicArn).send(
    new PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries: entries }),
  );
  const { requestId } = $metadata;
  const sent = new Map(Successful?.map(({ Id, MessageId }) => [Id, MessageId]));
  const failed = new Map(Failed?.map((entry) => [entry.Id, entry]));
  return entries.map(({ Id }) => {
    const messageId = sent.get(Id);
    if (messageId) return { ok: true, messageId, requestId };
    const entry = failed.get(Id);
    return entry ? refused(entryError(entry, requestId)) : unanswered();
  });
}

function content({ subject, message, attributes }: Publication) {
  const values = Object.entries(attributes).map(([name, value]): [string, MessageAttributeValue] => [
    name,
    { DataType: "String", StringValue: value },
  ]);
  return { Subject: subject, Message: message, MessageAttributes: Object.fromEntries(values) };
}

/** A batch may succeed as a call and still have refused some of its messages. */
function entryError({ Code, Message, SenderFault }: BatchResultErrorEntry, requestId: string | undefined) {
  const reason = Message || Code || "no reason given";
  return SenderFault
    ? new AppError("upstream", `AWS refused: ${reason}`, { requestId })
    : new AppError("unavailable", `AWS answered with a fault: ${reason} Try again.`, { requestId });
}

function refused(error: AppError): PublishOutcome {
  return { ok: false, error };
}

function refuseAll(batch: readonly Placed[], error: AppError): PublishOutcome[] {
  return batch.map(() => refused(error));
}

function unanswered(): PublishOutcome {
  return refused(new AppError("unavailable", "AWS did not say what became of this message. Try again."));
}
