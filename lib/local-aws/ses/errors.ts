import { Constraints } from "../wire/constraints.ts";
import { AwsError } from "../wire/errors.ts";

// https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html#API_SendEmail_Errors

export function badRequest(message: string): AwsError {
  return new AwsError("BadRequestException", 400, message);
}

export function notFound(message: string): AwsError {
  return new AwsError("NotFoundException", 404, message);
}

export function alreadyExists(message: string): AwsError {
  return new AwsError("AlreadyExistsException", 400, message);
}

export function invalidToken(): AwsError {
  return new AwsError(
    "InvalidNextTokenException",
    400,
    "The specified request includes an invalid or expired token.",
  );
}

export function notVerified(identities: readonly string[], region: string): AwsError {
  return new AwsError(
    "MessageRejected",
    400,
    `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${identities.join(", ")}`,
  );
}

export const constraints = new Constraints(badRequest);
