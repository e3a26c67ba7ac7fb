import { AwsError } from "./errors.ts";

type Fields = ReadonlyMap<string, unknown>;

/**
 * The members of a structure in a JSON request. A member that is null was not sent. Reading one of another type throws
 * the `SerializationException` AWS answers.
 */
export class JsonInput {
  readonly #fields: Fields;

  constructor(fields: Fields) {
    this.#fields = fields;
  }

  text(name: string): string | undefined {
    return this.#read(name, asText);
  }

  /** A whole number. */
  integer(name: string): number | undefined {
    return this.#read(name, asInteger);
  }

  /** Any number; seconds since 1970 when it is a time. */
  number(name: string): number | undefined {
    return this.#read(name, asNumber);
  }

  flag(name: string): boolean | undefined {
    return this.#read(name, asFlag);
  }

  structure(name: string): JsonInput | undefined {
    return this.#read(name, asStructure);
  }

  /** A list of structures; undefined when it was not sent. */
  structures(name: string): JsonInput[] | undefined {
    return this.#read(name, asList)?.map((item) => asStructure(item, name));
  }

  texts(name: string): string[] | undefined {
    return this.#read(name, asList)?.map((item) => asText(item, name));
  }

  /** A map of strings, in the order it was sent. */
  textMap(name: string): Map<string, string> | undefined {
    const entries = this.#read(name, asEntries);
    return entries && new Map(entries.map(([key, value]) => [key, asText(value, `${name}.${key}`)]));
  }

  structureMap(name: string): Map<string, JsonInput> | undefined {
    const entries = this.#read(name, asEntries);
    return entries && new Map(entries.map(([key, value]) => [key, asStructure(value, `${name}.${key}`)]));
  }

  #read<T>(name: string, as: (value: unknown, name: string) => T): T | undefined {
    const value = this.#fields.get(name);
    return value === undefined || value === null ? undefined : as(value, name);
  }
}

/** @throws AwsError `SerializationException` for a body that is not a JSON object; an empty one has no members. */
export function parseJsonInput(body: string): JsonInput {
  if (body === "") return new JsonInput(new Map());
  try {
    return asStructure(JSON.parse(body), "the request");
  } catch (error) {
    if (error instanceof SyntaxError) throw serialization("The request is not JSON.");
    throw error;
  }
}

const serialization = (message: string) => new AwsError("SerializationException", 400, message);

function asText(value: unknown, name: string): string {
  if (typeof value === "string") return value;
  throw serialization(`${name} must be a string.`);
}

function asInteger(value: unknown, name: string): number {
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw serialization(`${name} must be a whole number.`);
}

function asNumber(value: unknown, name: string): number {
  if (typeof value === "number") return value;
  throw serialization(`${name} must be a number.`);
}

function asFlag(value: unknown, name: string): boolean {
  if (typeof value === "boolean") return value;
  throw serialization(`${name} must be true or false.`);
}

function asList(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw serialization(`${name} must be a list.`);
}

function asEntries(value: unknown, name: string): [string, unknown][] {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.entries(value);
  throw serialization(`${name} must be an object.`);
}

function asStructure(value: unknown, name: string): JsonInput {
  return new JsonInput(new Map(asEntries(value, name)));
}
