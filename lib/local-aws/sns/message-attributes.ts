import type { MessageAttribute } from "../store/deliveries.ts";
import { AwsError, invalidValue } from "../wire/errors.ts";
import type { QueryParameters } from "../wire/query.ts";

const MAX_NAME_LENGTH = 256;
const TYPE = /^(?:String|Number|Binary)(?:\..+)?$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads the message attributes of a message or of one batch entry. `at` names the place in AWS's validation message.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html
 *
 * @throws AwsError `ParameterValueInvalid`, or `ValidationError` for a missing DataType.
 */
export function readMessageAttributes(
  parameters: QueryParameters,
  at = "",
): Record<string, MessageAttribute> {
  const list = parameters.group("MessageAttributes.entry").map((entry) => {
    const name = entry.text("Name") ?? "";
    return [name, readAttribute(name, entry, at)] as const;
  });
  return Object.fromEntries(list);
}

function readAttribute(name: string, entry: QueryParameters, at: string): MessageAttribute {
  checkName(name);
  const Type = entry.text("Value.DataType");
  if (Type === undefined)
    throw new AwsError(
      "ValidationError",
      400,
      `1 validation error detected: Value null at '${at}messageAttributes.${name}.member.dataType' failed to satisfy constraint: Member must not be null`,
    );
  if (!TYPE.test(Type))
    throw invalidValue(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  return { Type, Value: readValue(name, Type, entry) };
}

function readValue(name: string, type: string, entry: QueryParameters): string {
  const field = type.startsWith("Binary") ? "Binary" : "String";
  const other = field === "Binary" ? "String" : "Binary";
  const value = entry.text(`Value.${field}Value`);
  if (value === undefined && entry.text(`Value.${other}Value`) !== undefined)
    throw invalidValue(`The message attribute '${name}' with type '${type}' must use field '${field}'.`);
  if (!value)
    throw invalidValue(
      `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${type}'.`,
    );
  if (type.startsWith("Number") && !NUMBER.test(value))
    throw invalidValue(`Could not cast message attribute '${name}' value to number.`);
  return value;
}

function checkName(name: string): void {
  if (name.length > MAX_NAME_LENGTH)
    throw invalidValue("Length of message attribute name must be less than 256 bytes.");
  if (name.startsWith("."))
    throw invalidValue("Invalid message attribute name starting with character '.' was found.");
  if (name.endsWith("."))
    throw invalidValue("Invalid message attribute name ending with character '.' was found.");
  const strange = /[^A-Za-z0-9_.-]/u.exec(name)?.[0];
  if (strange !== undefined || name === "")
    throw invalidValue(
      `Invalid non-alphanumeric character '#x${(strange?.codePointAt(0) ?? 0).toString(16).toUpperCase()}' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.`,
    );
  if (name.includes(".."))
    throw invalidValue("Message attribute name can not have successive '.' character.");
  if (/^(?:AWS|Amazon)\./i.test(name))
    throw invalidValue(`The message attribute name '${name}' starts with a reserved prefix: AWS. or Amazon.`);
}
