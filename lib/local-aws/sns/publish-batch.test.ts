import { PublishBatchCommand, type PublishBatchRequestEntry } from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { invalidParameter, refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();

async function publishBatch(entries: PublishBatchRequestEntry[], attributes: Record<string, string> = {}) {
  const TopicArn = await aws.newTopic(attributes);
  const arn = attributes.FifoTopic ? "" : await aws.confirmedMailbox(TopicArn);
  const send = aws.sns.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries: entries }));
  return { send, arn };
}

const numbered = (count: number, Message = "m") =>
  [...Array(count).keys()].map((n) => ({ Id: `id-${n}`, Message }));

async function refusal(entries: PublishBatchRequestEntry[], attributes: Record<string, string> = {}) {
  const { send, arn } = await publishBatch(entries, attributes);
  const refused = await refusalOf(send);
  if (arn) expect(await aws.mailsOf(arn), "nothing of a refused batch is delivered").toHaveLength(1);
  return refused;
}

test("ten messages are delivered in order, each with its attributes", async () => {
  const attribute = (StringValue: string) => ({ n: { DataType: "String", StringValue } });
  const entries = [...Array(10).keys()].map((n) => ({
    Id: `${n}`,
    Message: `message ${n}`,
    MessageAttributes: attribute(`${n}`),
  }));
  const { send, arn } = await publishBatch(entries);
  const { Successful, Failed } = await send;
  expect(Successful?.map(({ Id }) => Id)).toEqual(entries.map(({ Id }) => Id));
  expect(new Set(Successful?.map(({ MessageId }) => MessageId)).size).toBe(10);
  expect(Failed).toEqual([]);
  const texts = (await aws.mailsOf(arn)).map(({ text }) => text.split("\n")[0]);
  expect(texts.slice(0, 10).reverse()).toEqual(entries.map(({ Message }) => Message));
});

describe("refused as a whole", () => {
  test("without entries", async () => {
    expect(await refusal([])).toMatchObject({ name: "EmptyBatchRequestException" });
  });

  test("with eleven entries", async () => {
    expect(await refusal(numbered(11))).toEqual({
      name: "TooManyEntriesInBatchRequestException",
      message: "The batch request contains more entries than permissible.",
      status: 400,
    });
  });

  test("with an Id twice", async () => {
    expect(await refusal([...numbered(1), ...numbered(1)])).toMatchObject({
      name: "BatchEntryIdsNotDistinctException",
      message: "Two or more batch entries in the request have the same Id.",
    });
  });

  test.each(["a b", "x".repeat(81), "ä"])("with the Id %.10s", async (Id) => {
    expect(await refusal([{ Id, Message: "m" }])).toMatchObject({ name: "InvalidBatchEntryIdException" });
  });

  test("with more than 262,144 bytes together", async () => {
    expect(await refusal(numbered(2, "x".repeat(131_073)))).toMatchObject({
      name: "BatchRequestTooLongException",
      message: "The length of all the messages put together is more than the limit.",
    });
  });

  test("with one malformed message", async () => {
    expect(await refusal([...numbered(1), { Id: "bad", Message: "" }])).toEqual(
      invalidParameter("Empty message"),
    );
    const MessageAttributes = { x: { DataType: undefined, StringValue: "1" } };
    expect(
      (await refusal([...numbered(1), { Id: "bad", Message: "m", MessageAttributes }])).message,
    ).toContain("'publishBatchRequestEntries.2.member.messageAttributes.x.member.dataType'");
  });

  test("without a group on a FIFO topic", async () => {
    expect(await refusal(numbered(1), { FifoTopic: "true" })).toEqual(
      invalidParameter("The MessageGroupId parameter is required for FIFO topics"),
    );
  });
});
