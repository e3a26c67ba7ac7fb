/** A JSON scalar. Numbers keep their text, since error messages quote it. */
export type JsonScalar =
  | { kind: "string"; value: string }
  | { kind: "number"; text: string; value: number }
  | { kind: "literal"; value: true | false | null };

/** A JSON value as written: members in document order, repeated names included. */
export type JsonNode =
  | JsonScalar
  | { kind: "array"; items: JsonNode[] }
  | { kind: "object"; members: { name: string; value: JsonNode }[] };

/** The text is not JSON. The message is the first line of what Jackson, the parser behind SNS, answers. */
export class JsonProblem extends Error {
  override readonly name = "JsonProblem";
}

const ANY_VALUE = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const MAX_DEPTH = 1000;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /[\p{L}\p{N}_$]+/uy;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/**
 * Reads the JSON value a text begins with (RFC 8259; nesting up to 1,000 levels, as Jackson allows) and ignores
 * what follows. Returns `null` for a text without any value; throws `JsonProblem` for what is not JSON.
 *
 * `JSON.parse` would not do: it words errors differently, drops repeated names, moves integer-like names to the
 * front and loses the text of numbers, all of which show in SNS's answers.
 */
export function parseLeadingJson(text: string): JsonNode | null {
  const reader = new JsonReader(text);
  return reader.peek() === undefined ? null : reader.value();
}

/** Like `parseLeadingJson`, for a text that has to hold one value and nothing else. */
export function parseJson(text: string): JsonNode | null {
  const reader = new JsonReader(text);
  if (reader.peek() === undefined) return null;
  const node = reader.value();
  const rest = reader.peek();
  if (rest !== undefined) throw unexpected(rest, "Expected space separating root-level values");
  return node;
}

class JsonReader {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The next character that is not white space, or undefined at the end. */
  peek(): string | undefined {
    while (" \t\r\n".includes(this.text[this.at] ?? "x")) this.at += 1;
    return this.text[this.at];
  }

  value(): JsonNode {
    const first = this.peek();
    if (first === "{") return this.nested(() => this.object());
    if (first === "[") return this.nested(() => this.array());
    if (first === '"') return { kind: "string", value: this.string("in a string value") };
    if (first !== undefined && /[-0-9]/.test(first)) return this.number(first);
    return this.literal(first);
  }

  private nested(read: () => JsonNode): JsonNode {
    this.depth += 1;
    if (this.depth > MAX_DEPTH)
      throw new JsonProblem(
        `Document nesting depth (${this.depth}) exceeds the maximum allowed (${MAX_DEPTH}, from \`StreamReadConstraints.getMaxNestingDepth()\`)`,
      );
    const node = read();
    this.depth -= 1;
    return node;
  }

  private object(): JsonNode {
    const close = this.closer("Object");
    const members: { name: string; value: JsonNode }[] = [];
    if (this.nextIn(close) === "}") return this.end({ kind: "object", members });
    for (;;) {
      const quote = this.nextIn(close);
      if (quote !== '"') throw unexpected(quote, "was expecting double-quote to start field name");
      const name = this.string("in field name");
      const colon = this.nextIn(close);
      if (colon !== ":") throw unexpected(colon, "was expecting a colon to separate field name and value");
      this.at += 1;
      this.nextIn(close);
      members.push({ name, value: this.value() });
      const separator = this.nextIn(close);
      if (separator === "}") return this.end({ kind: "object", members });
      if (separator !== ",") throw unexpected(separator, "was expecting comma to separate Object entries");
      this.at += 1;
    }
  }

  private array(): JsonNode {
    const close = this.closer("Array");
    const items: JsonNode[] = [];
    if (this.nextIn(close) === "]") return this.end({ kind: "array", items });
    for (;;) {
      this.nextIn(close);
      items.push(this.value());
      const separator = this.nextIn(close);
      if (separator === "]") return this.end({ kind: "array", items });
      if (separator !== ",") throw unexpected(separator, "was expecting comma to separate Array entries");
      this.at += 1;
    }
  }

  /** Steps over the opening bracket and returns what to say should its counterpart never come. */
  private closer(container: "Object" | "Array"): () => JsonProblem {
    const opening = this.at;
    this.at += 1;
    return () => {
      const before = this.text.slice(0, opening).split("\n");
      const source = "[Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled)";
      const start = `${source}; line: ${before.length}, column: ${(before.at(-1) ?? "").length + 1}]`;
      return new JsonProblem(
        `Unexpected end-of-input: expected close marker for ${container} (start marker at ${start})`,
      );
    };
  }

  private nextIn(unclosed: () => JsonProblem): string {
    const next = this.peek();
    if (next === undefined) throw unclosed();
    return next;
  }

  private end(node: JsonNode): JsonNode {
    this.at += 1;
    return node;
  }

  private string(place: "in a string value" | "in field name"): string {
    let result = "";
    for (this.at += 1; ; this.at += 1) {
      const character = this.text[this.at];
      if (character === undefined)
        throw new JsonProblem(
          place === "in field name"
            ? "Unexpected end-of-input in field name"
            : "Unexpected end-of-input: was expecting closing quote for a string value",
        );
      if (character === '"') break;
      if (character < " ")
        throw new JsonProblem(
          `Illegal unquoted character ((CTRL-CHAR, code ${character.charCodeAt(0)})): has to be escaped using backslash to be included ${place === "in field name" ? "in name" : "in string value"}`,
        );
      result += character === "\\" ? this.escape() : character;
    }
    this.at += 1;
    return result;
  }

  private escape(): string {
    this.at += 1;
    const character = this.text[this.at];
    if (character === undefined)
      throw new JsonProblem("Unexpected end-of-input in character escape sequence");
    if (character === "u") {
      const hex = this.text.slice(this.at + 1, this.at + 5);
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) {
        const wrong = [...hex].find((digit) => !/[0-9a-fA-F]/.test(digit));
        if (wrong === undefined)
          throw new JsonProblem("Unexpected end-of-input in character escape sequence");
        throw unexpected(wrong, "expected a hex-digit for character escape sequence");
      }
      this.at += 4;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const meant = ESCAPES.get(character);
    if (meant === undefined) throw new JsonProblem(`Unrecognized character escape ${quoted(character)}`);
    return meant;
  }

  private number(first: string): JsonNode {
    NUMBER.lastIndex = this.at;
    const text = NUMBER.exec(this.text)?.[0];
    if (text === undefined)
      throw unexpected(
        this.text[this.at + 1] ?? first,
        "in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value",
      );
    this.at += text.length;
    const next = this.text[this.at];
    if (next !== undefined && /[0-9]/.test(next))
      throw new JsonProblem("Invalid numeric value: Leading zeroes not allowed");
    if (next !== undefined && !/[\s,\]}]/.test(next))
      throw unexpected(next, "Expected space separating root-level values");
    return { kind: "number", text, value: Number(text) };
  }

  private literal(first: string | undefined): JsonNode {
    if (first === undefined) throw new JsonProblem("Unexpected end-of-input");
    WORD.lastIndex = this.at;
    const word = WORD.exec(this.text)?.[0];
    if (word === undefined) throw unexpected(first, `expected a valid value ${ANY_VALUE}`);
    this.at += word.length;
    if (word === "true") return { kind: "literal", value: true };
    if (word === "false") return { kind: "literal", value: false };
    if (word === "null") return { kind: "literal", value: null };
    throw new JsonProblem(`Unrecognized token '${word}': was expecting ${ANY_VALUE}`);
  }
}

function quoted(character: string): string {
  return `'${character}' (code ${character.charCodeAt(0)})`;
}

function unexpected(character: string, expectation: string): JsonProblem {
  return new JsonProblem(`Unexpected character (${quoted(character)}): ${expectation}`);
}
