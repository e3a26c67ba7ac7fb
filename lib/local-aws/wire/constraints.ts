import type { AwsError } from "./errors.ts";

/** Makes a service's error for input that breaks a constraint. */
export type Refuse = (message: string) => AwsError;

interface Bounds {
  min?: number;
  max?: number;
}

interface TextRules extends Bounds {
  /** What the whole text must match, as AWS writes it. */
  pattern?: string;
}

/** Checks members of a request in the words of AWS's model validation. `at` is the member as those words name it. */
export class Constraints {
  readonly #refuse: Refuse;

  constructor(refuse: Refuse) {
    this.#refuse = refuse;
  }

  need<T>(value: T | undefined, at: string): T {
    if (value !== undefined) return value;
    throw this.#broken("null", at, "Member must not be null");
  }

  text(value: string, at: string, { min = 0, max = Number.POSITIVE_INFINITY, pattern }: TextRules): string {
    this.#checkLength(value.length, `'${value}'`, at, { min, max });
    if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value))
      throw this.#broken(`'${value}'`, at, `Member must satisfy regular expression pattern: ${pattern}`);
    return value;
  }

  number(value: number, at: string, { min = 0, max = Number.POSITIVE_INFINITY }: Bounds): number {
    if (value < min)
      throw this.#broken(`'${value}'`, at, `Member must have value greater than or equal to ${min}`);
    if (value > max)
      throw this.#broken(`'${value}'`, at, `Member must have value less than or equal to ${max}`);
    return value;
  }

  list<T>(value: readonly T[], at: string, bounds: Bounds): readonly T[] {
    this.#checkLength(value.length, `'[${value.length} members]'`, at, bounds);
    return value;
  }

  oneOf<T extends string>(value: string, at: string, allowed: readonly T[]): T {
    const found = allowed.find((one) => one === value);
    if (found !== undefined) return found;
    throw this.#broken(`'${value}'`, at, `Member must satisfy enum value set: [${allowed.join(", ")}]`);
  }

  #checkLength(
    length: number,
    shown: string,
    at: string,
    { min = 0, max = Number.POSITIVE_INFINITY }: Bounds,
  ) {
    if (length < min)
      throw this.#broken(shown, at, `Member must have length greater than or equal to ${min}`);
    if (length > max) throw this.#broken(shown, at, `Member must have length less than or equal to ${max}`);
  }

  #broken(shown: string, at: string, constraint: string): AwsError {
    return this.#refuse(
      `1 validation error detected: Value ${shown} at '${at}' failed to satisfy constraint: ${constraint}`,
    );
  }
}
