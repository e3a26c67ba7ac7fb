import { Constraints } from "../wire/constraints.ts";
import { AwsError } from "../wire/errors.ts";

export function invalidParameter(message: string): AwsError {
  return new AwsError("InvalidParameterException", 400, message);
}

export function groupNotFound(): AwsError {
  return new AwsError("ResourceNotFoundException", 400, "The specified log group does not exist.");
}

export function streamNotFound(): AwsError {
  return new AwsError("ResourceNotFoundException", 400, "The specified log stream does not exist.");
}

export function alreadyExists(what: "group" | "stream"): AwsError {
  return new AwsError("ResourceAlreadyExistsException", 400, `The specified log ${what} already exists`);
}

export function invalidToken(): AwsError {
  return invalidParameter("The specified nextToken is invalid.");
}

export const constraints = new Constraints(invalidParameter);
