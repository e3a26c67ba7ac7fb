/** A control request that cannot be carried out; the message names the field and what it must be. */
export class ControlError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "ControlError";
    this.status = status;
  }
}

/** Reads a JSON object from a request's body. */
export function readObject(body: string): Record<string, unknown> {
  const value = parse(body);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new ControlError(400, "The body must be a JSON object.");
  return { ...value };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ControlError(400, "The body must be JSON.");
  }
}

/** A whole number from 0 up to `max`. */
export function readCount(value: unknown, field: string, max: number): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= max) return value;
  throw new ControlError(400, `${field} must be a whole number from 0 to ${max}.`);
}
