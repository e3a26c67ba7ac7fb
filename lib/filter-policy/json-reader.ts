import { JsonScanner, JsonSyntaxError } from "./json-scanner.ts";

/** JSON as written: numbers keep their text, objects their order and their repeated keys. */
export type JsonValue =
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly value: number; readonly text: string }
  | { readonly kind: "literal"; readonly value: boolean | null }
  | { readonly kind: "array"; readonly items: readonly JsonValue[] }
  | { readonly kind: "object"; readonly entries: readonly JsonEntry[] };

export type JsonEntry = readonly [key: string, value: JsonValue];

/** How deep the reader follows arrays and objects: the limit of the parser AWS uses. */
export const MAX_JSON_DEPTH = 1000;

/**
 * Reads the JSON value (RFC 8259) a text begins with. On a syntax error it returns the sentence of Jackson,
 * the parser behind SNS; blank text has `value: undefined`. Like SNS's engine it does not look at what
 * follows the value. It never throws.
 */
export function readJson(
  text: string,
): { ok: true; value: JsonValue | undefined } | { ok: false; message: string } {
  const reader = new JsonReader(text);
  try {
    return { ok: true, value: reader.document() };
  } catch (error) {
    if (error instanceof JsonSyntaxError) return { ok: false, message: error.message };
    throw error;
  }
}

type Container = "Array" | "Object";

/** Where a container was opened; turned into line and column only for a message. */
type Start = { container: Container; offset: number };

class JsonReader extends JsonScanner {
  private depth = 0;

  document(): JsonValue | undefined {
    this.skipBlanks();
    if (this.atEnd()) return undefined;
    return this.value();
  }

  private value(): JsonValue {
    const next = this.peek();
    if (next === "{") return this.nest("Object", (start) => this.object(start));
    if (next === "[") return this.nest("Array", (start) => this.array(start));
    if (next === '"') return { kind: "string", value: this.string("string value") };
    if (next === "-" || (next >= "0" && next <= "9")) return this.number();
    return { kind: "literal", value: this.literal() };
  }

  private number(): JsonValue {
    const text = this.numberText();
    const value = Number(text);
    if (!Number.isFinite(value)) this.fail(`Numeric value (${text}) is too large: use a smaller number`);
    // -0 equals 0 everywhere but in Object.is: one zero keeps equal policies equal
    return { kind: "number", text, value: value + 0 };
  }

  private nest(container: Container, read: (start: Start) => JsonValue): JsonValue {
    const start = { container, offset: this.offset() };
    this.depth += 1;
    if (this.depth > MAX_JSON_DEPTH)
      this.fail(`Document nesting depth (${this.depth}) exceeds the maximum allowed (${MAX_JSON_DEPTH})`);
    this.advance();
    const value = read(start);
    this.depth -= 1;
    return value;
  }

  private object(start: Start): JsonValue {
    const entries: JsonEntry[] = [];
    if (this.closes("}", start)) return { kind: "object", entries };
    for (;;) {
      if (this.peek() !== '"') this.unexpected("was expecting double-quote to start field name");
      const key = this.string("name");
      this.separator(":", "was expecting a colon to separate field name and value", "Object");
      entries.push([key, this.value()]);
      if (this.closes("}", start)) return { kind: "object", entries };
      this.separator(",", "was expecting comma to separate Object entries", "Object");
    }
  }

  private array(start: Start): JsonValue {
    const items: JsonValue[] = [];
    if (this.closes("]", start)) return { kind: "array", items };
    for (;;) {
      items.push(this.value());
      if (this.closes("]", start)) return { kind: "array", items };
      this.separator(",", "was expecting comma to separate Array entries", "Array");
    }
  }

  private closes(marker: "}" | "]", start: Start): boolean {
    this.skipBlanks();
    const { container, offset } = start;
    if (this.atEnd())
      this.fail(
        `Unexpected end-of-input: expected close marker for ${container} (start marker at ${this.location(offset)})`,
      );
    const next = this.peek();
    if (next === marker) {
      this.advance();
      return true;
    }
    if (next === "}" || next === "]")
      this.fail(
        `Unexpected close marker '${next}': expected '${marker}' (for ${container} starting at ${this.location(offset)})`,
      );
    return false;
  }

  private separator(expected: ":" | ",", message: string, container: Container): void {
    this.skipBlanks();
    if (!this.atEnd() && this.peek() !== expected) this.unexpected(message);
    this.advance();
    this.skipBlanks();
    if (this.atEnd()) this.fail(`Unexpected end-of-input within/between ${container} entries`);
  }
}
