export type AppErrorCode =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_many"
  | "upstream"
  | "unavailable";

export type FieldErrors = Record<string, string[]>;

const brand = Symbol.for("proactive-notifications.AppError");

/**
 * An expected refusal. `message` is a sentence written for the user and may be shown as it stands; anything
 * secret belongs in `cause`, which is only logged.
 */
export class AppError extends Error {
  readonly [brand] = true;
  readonly code: AppErrorCode;
  readonly fieldErrors: FieldErrors;
  /** AWS's request id, where AWS refused. */
  readonly requestId: string | undefined;
  /** When asking again may help, for programs that can wait. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: AppErrorCode,
    message: string,
    options: {
      fieldErrors?: FieldErrors;
      requestId?: string | undefined;
      retryAfterSeconds?: number | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fieldErrors = options.fieldErrors ?? {};
    this.requestId = options.requestId;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** The start-up and the routes are separate bundles with a copy of this class each: `instanceof` knows them all. */
  static override [Symbol.hasInstance](value: unknown): value is AppError {
    return typeof value === "object" && value !== null && brand in value;
  }
}
