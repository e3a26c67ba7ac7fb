import { AwsError } from "../wire/errors.ts";
import { ControlError, readCount } from "./input.ts";

export type Fault = {
  /** An operation's name, or `*` for any. */
  operation: string;
  /** How many more calls it strikes. */
  times: number;
  /** The share of those calls that it strikes, by chance; all of them when absent. */
  rate?: number;
} & ({ kind: "error"; code: string; status: number; message: string } | { kind: "drop" | "drop-answer" });

const MAX_TIMES = 1_000_000;

/** What goes wrong on purpose. Kept in memory: a restarted server is a healthy one. */
export class Faults {
  #faults: Fault[] = [];

  list(): readonly Fault[] {
    return this.#faults;
  }

  replace(faults: Fault[]): void {
    this.#faults = faults;
  }

  /** Takes the fault that strikes a call of this operation, if there is one. */
  take(operation: string): Fault | undefined {
    const fault = this.#faults.find(
      (one) =>
        (one.operation === "*" || one.operation === operation) &&
        (one.rate === undefined || Math.random() < one.rate),
    );
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.#faults = this.#faults.filter((one) => one !== fault);
    return fault;
  }
}

/** The error a fault answers with. */
export function errorOf(fault: Extract<Fault, { kind: "error" }>): AwsError {
  return new AwsError(fault.code, fault.status, fault.message);
}

/** Reads the list of faults of a control request. */
export function readFaults(value: unknown, operations: readonly string[]): Fault[] {
  if (!Array.isArray(value)) throw new ControlError(400, "faults must be a list.");
  return value
    .map((item: unknown, index) => readFault(item, `faults[${index}]`, operations))
    .filter(({ times }) => times > 0);
}

function readFault(item: unknown, at: string, operations: readonly string[]): Fault {
  if (typeof item !== "object" || item === null) throw new ControlError(400, `${at} must be an object.`);
  const fields: Record<string, unknown> = { ...item };
  const { operation, code, message } = fields;
  if (typeof operation !== "string" || (operation !== "*" && !operations.includes(operation)))
    throw new ControlError(400, `${at}.operation must be "*" or the name of an operation.`);
  const strikes = {
    operation,
    times: readCount(fields.times ?? 1, `${at}.times`, MAX_TIMES),
    ...readRate(fields.rate, at),
  };
  if (fields.drop === "answer") return { kind: "drop-answer", ...strikes };
  if (fields.drop === true) return { kind: "drop", ...strikes };
  if (typeof code !== "string" || code === "")
    throw new ControlError(400, `${at}.code must be an error code, or drop must be true or "answer".`);
  const status = readCount(fields.status ?? 400, `${at}.status`, 599);
  if (status < 400) throw new ControlError(400, `${at}.status must be from 400 to 599.`);
  if (message !== undefined && typeof message !== "string")
    throw new ControlError(400, `${at}.message must be text.`);
  return { kind: "error", ...strikes, code, status, message: message ?? defaultMessage(code) };
}

function readRate(rate: unknown, at: string): { rate?: number } {
  if (rate === undefined) return {};
  if (typeof rate !== "number" || !(rate > 0 && rate <= 1))
    throw new ControlError(400, `${at}.rate must be a number above 0 and up to 1.`);
  return { rate };
}

function defaultMessage(code: string): string {
  return code === "Throttling" ? "Rate exceeded" : "An injected fault";
}
