import "server-only";
import { AppError } from "@/lib/errors";

type AwsError = Error & {
  $metadata?: { httpStatusCode?: number; requestId?: string };
  $fault?: "client" | "server";
};

const THROTTLED = new Set([
  "Throttling",
  "ThrottlingException",
  "Throttled",
  "ThrottledException",
  "TooManyRequestsException",
  "RequestThrottled",
]);

/** Whether AWS asked for fewer calls. The code may come with or without `Exception` (SNS does not model it). */
export function isThrottling(error: unknown): boolean {
  return error instanceof Error && THROTTLED.has(error.name);
}

const NOT_FOUND = new Set([
  "NotFoundException",
  "NotFound",
  "ResourceNotFoundException",
  "QueueDoesNotExist",
  "AWS.SimpleQueueService.NonExistentQueue",
]);

/** Whether AWS says that what was asked for does not exist. */
export function isNotFound(error: unknown): boolean {
  return error instanceof Error && NOT_FOUND.has(error.name);
}

/** For `.catch`: null for what does not exist, and everything else thrown as an AppError. */
export function nullWhenMissing(error: unknown): null {
  if (isNotFound(error)) return null;
  throw translateAwsError(error);
}

/**
 * Turns what the SDK throws into an AppError that keeps AWS's own message and request id. An AppError passes
 * unchanged. This is the only place that knows the SDK's errors.
 */
export function translateAwsError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return unreachable(error);
  const { name, message, $metadata, $fault } = error as AwsError; // the SDK adds these to every service error
  const requestId = $metadata?.requestId;
  if (name === "CredentialsProviderError" || name === "TokenProviderError")
    return new AppError(
      "unavailable",
      "AWS credentials were not found. Set them up for the account that runs the console.",
      { cause: error },
    );
  if (isThrottling(error))
    return new AppError("unavailable", "AWS is throttling our calls. Try again in a moment.", {
      requestId,
      cause: error,
    });
  if (isNotFound(error)) return new AppError("not_found", sentence(message), { requestId, cause: error });
  if ($fault === undefined || $metadata?.httpStatusCode === undefined) return unreachable(error);
  if ($fault === "server" || $metadata.httpStatusCode >= 500)
    return new AppError("unavailable", `AWS answered with a fault: ${sentence(message)} Try again.`, {
      requestId,
      cause: error,
    });
  return new AppError("upstream", `AWS refused: ${sentence(message)}`, { requestId, cause: error });
}

function unreachable(cause: unknown): AppError {
  return new AppError("unavailable", "AWS could not be reached. Check the network and try again.", { cause });
}

const sentence = (message: string) => (/[.!?]$/.test(message) ? message : `${message || "no reason given"}.`);
