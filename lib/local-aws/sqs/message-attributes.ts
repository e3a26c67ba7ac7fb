import { createHash } from "node:crypto";
import type { QueueMessageAttribute, QueueMessageAttributes } from "../store/queue-messages.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { invalidParameterValue } from "./errors.ts";

const MAX_ATTRIBUTES = 10;
const NAME = /^(?!aws\.|amazon\.|\.)(?!.*\.\.)[a-z0-9_.-]{1,256}(?<!\.)$/i;
const TYPE = /^(?:String|Number|Binary)(?:\..+)?$/;

/** The byte before a value in the digest, by its kind. */
const STRING_VALUE = 1;
const BINARY_VALUE = 2;

/**
 * Reads the message attributes of a message or of one batch entry.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 *
 * @throws AwsError `InvalidParameterValue`.
 */
export function readMessageAttributes(input: JsonInput): QueueMessageAttributes {
  const sent = input.structureMap("MessageAttributes") ?? new Map<string, JsonInput>();
  if (sent.size > MAX_ATTRIBUTES)
    throw invalidParameterValue(
      `Number of message attributes [${sent.size}] exceeds the allowed maximum [${MAX_ATTRIBUTES}].`,
    );
  return Object.fromEntries([...sent].map(([name, value]) => [name, readAttribute(name, value)]));
}

function readAttribute(name: string, input: JsonInput): QueueMessageAttribute {
  if (!NAME.test(name)) throw invalidParameterValue(`Invalid message attribute name '${name}'.`);
  const DataType = input.text("DataType");
  if (!DataType)
    throw invalidParameterValue(
      `The message attribute '${name}' must contain non-empty message attribute type.`,
    );
  if (!TYPE.test(DataType))
    throw invalidParameterValue(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  const binary = DataType.startsWith("Binary");
  const value = input.text(binary ? "BinaryValue" : "StringValue");
  if (!value)
    throw invalidParameterValue(
      `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${DataType}'.`,
    );
  return binary ? { DataType, BinaryValue: value } : { DataType, StringValue: value };
}

const bytesOf = ({ StringValue, BinaryValue }: QueueMessageAttribute): Buffer =>
  BinaryValue === undefined ? Buffer.from(StringValue ?? "") : Buffer.from(BinaryValue, "base64");

/** What attributes add to a message's size: names, types and values. */
export function sizeOf(attributes: QueueMessageAttributes): number {
  return Object.entries(attributes).reduce(
    (sum, [name, attribute]) =>
      sum + Buffer.byteLength(name) + Buffer.byteLength(attribute.DataType) + bytesOf(attribute).length,
    0,
  );
}

/**
 * The digest clients compare, hexadecimal; undefined when there are no attributes.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation
 */
export function md5OfAttributes(attributes: QueueMessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash("md5");
  const add = (bytes: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  for (const name of names) {
    const attribute = attributes[name];
    if (!attribute) continue;
    add(Buffer.from(name));
    add(Buffer.from(attribute.DataType));
    hash.update(Buffer.of(attribute.BinaryValue === undefined ? STRING_VALUE : BINARY_VALUE));
    add(bytesOf(attribute));
  }
  return hash.digest("hex");
}

export const md5OfBody = (body: string): string => createHash("md5").update(body).digest("hex");
