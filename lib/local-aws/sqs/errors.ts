import { AwsError } from "../wire/errors.ts";

const PREFIX = "AWS.SimpleQueueService.";

/** The names that errors had in SQS's Query protocol, where they differ from today's. */
export const QUERY_CODES: ReadonlyMap<string, string> = new Map([
  ["QueueDoesNotExist", `${PREFIX}NonExistentQueue`],
  ["QueueNameExists", "QueueAlreadyExists"],
  ...[
    "PurgeQueueInProgress",
    "EmptyBatchRequest",
    "TooManyEntriesInBatchRequest",
    "BatchEntryIdsNotDistinct",
    "BatchRequestTooLong",
    "InvalidBatchEntryId",
    "MessageNotInflight",
    "UnsupportedOperation",
  ].map((name) => [name, PREFIX + name] as const),
]);

export function queueDoesNotExist(): AwsError {
  return new AwsError("QueueDoesNotExist", 400, "The specified queue does not exist.");
}

export function missingParameter(name: string): AwsError {
  return new AwsError("MissingParameter", 400, `The request must contain the parameter ${name}.`);
}

export function invalidParameterValue(message: string): AwsError {
  return new AwsError("InvalidParameterValue", 400, message);
}

/** `InvalidParameterValue` in the form SQS uses for most parameters. */
export function invalidValue(value: string | number, parameter: string, reason: string): AwsError {
  return invalidParameterValue(`Value ${value} for parameter ${parameter} is invalid. Reason: ${reason}`);
}

export function unknownAttribute(name: string): AwsError {
  return new AwsError("InvalidAttributeName", 400, `Unknown Attribute ${name}.`);
}

export function invalidAttribute(name: string): AwsError {
  return new AwsError("InvalidAttributeValue", 400, `Invalid value for the parameter ${name}.`);
}
