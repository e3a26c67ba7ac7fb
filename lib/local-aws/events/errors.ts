import { Constraints } from "../wire/constraints.ts";
import { AwsError } from "../wire/errors.ts";

export function validation(message: string): AwsError {
  return new AwsError("ValidationException", 400, message);
}

export function busNotFound(name: string): AwsError {
  return new AwsError("ResourceNotFoundException", 400, `Event bus ${name} does not exist.`);
}

export function ruleNotFound(name: string, busName: string): AwsError {
  return new AwsError(
    "ResourceNotFoundException",
    400,
    `Rule ${name} does not exist on EventBus ${busName}.`,
  );
}

export function invalidPattern(reason: string): AwsError {
  return new AwsError("InvalidEventPatternException", 400, `Event pattern is not valid. Reason: ${reason}`);
}

export const constraints = new Constraints(validation);
