import "server-only";
import { translateAwsError } from "./errors.ts";
import type { Answered } from "./ports.ts";

/** For `.catch`: throws what the SDK threw as an AppError. */
export function rethrow(error: unknown): never {
  throw translateAwsError(error);
}

/** The value with the request id that AWS answered it under. */
export function answered<T>(answer: { $metadata: { requestId?: string } }, value: T): Answered<T> {
  return { value, requestId: answer.$metadata.requestId };
}
