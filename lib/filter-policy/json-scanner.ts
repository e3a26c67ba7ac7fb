const VALUE_EXPECTED = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
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
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const PLAIN_TEXT = /[ !#-[\]-\uffff]*/y;
const BLANKS = /[ \t\r\n]*/y;
const WORD = /[\p{L}\p{Nl}\p{Sc}\p{Pc}][\p{L}\p{N}\p{M}\p{Sc}\p{Pc}]*/uy;
const MAX_QUOTED_WORD = 256;

/** Thrown inside the reader only; its message is the parser's first line. */
export class JsonSyntaxError extends Error {}

/** Reads JSON's tokens from a text, failing with the sentences Jackson uses. */
export class JsonScanner {
  private readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  protected fail(message: string): never {
    throw new JsonSyntaxError(message);
  }

  /** Refuses the character under the cursor. */
  protected unexpected(comment: string, context = ""): never {
    return this.fail(`Unexpected character (${describeCharacter(this.peek())})${context}: ${comment}`);
  }

  protected atEnd(): boolean {
    return this.position >= this.text.length;
  }

  protected peek(): string {
    return this.text.charAt(this.position);
  }

  protected advance(): void {
    this.position += 1;
  }

  protected skipBlanks(): void {
    this.take(BLANKS);
  }

  protected offset(): number {
    return this.position;
  }

  /** Line and column of an offset, both counted from 1. */
  protected location(offset: number): string {
    const before = this.text.slice(0, offset);
    return `line: ${before.split("\n").length}, column: ${offset - before.lastIndexOf("\n")}`;
  }

  protected literal(): boolean | null {
    const word = this.take(WORD);
    if (word === "true") return true;
    if (word === "false") return false;
    if (word === "null") return null;
    if (word === "") return this.unexpected(`expected a valid value ${VALUE_EXPECTED}`);
    const shown = word.length > MAX_QUOTED_WORD ? `${word.slice(0, MAX_QUOTED_WORD)}...` : word;
    return this.fail(`Unrecognized token '${shown}': was expecting ${VALUE_EXPECTED}`);
  }

  protected numberText(): string {
    const number = this.take(NUMBER);
    if (number === "") {
      this.advance();
      this.digitExpected("expected digit (0-9) to follow minus sign, for valid numeric value");
    }
    const next = this.peek();
    if (next === ".") {
      this.advance();
      this.digitExpected("Decimal point not followed by a digit");
    }
    if (next === "e" || next === "E") {
      this.advance();
      if (this.peek() === "+" || this.peek() === "-") this.advance();
      this.digitExpected("Exponent indicator not followed by a digit");
    }
    if (next >= "0" && next <= "9") this.fail("Invalid numeric value: Leading zeroes not allowed");
    return number;
  }

  private digitExpected(comment: string): never {
    if (this.atEnd()) this.fail("Unexpected end-of-input in a Number value");
    return this.unexpected(comment, " in numeric value");
  }

  /** Reads a quoted text from its opening quote. */
  protected string(role: "string value" | "name"): string {
    this.advance();
    let value = "";
    for (;;) {
      value += this.take(PLAIN_TEXT);
      const next = this.peek();
      if (next === "") this.unclosed(role);
      if (next !== '"' && next !== "\\")
        this.fail(
          `Illegal unquoted character (${describeCharacter(next)}): has to be escaped using backslash to be included in ${role}`,
        );
      this.advance();
      if (next === '"') return value;
      value += this.escape();
    }
  }

  private unclosed(role: "string value" | "name"): never {
    const where = role === "name" ? " in field name" : ": was expecting closing quote for a string value";
    return this.fail(`Unexpected end-of-input${where}`);
  }

  private escape(): string {
    if (this.atEnd()) this.fail("Unexpected end-of-input in character escape sequence");
    const code = this.peek();
    if (code === "u") return this.unicodeEscape();
    const meaning = ESCAPES.get(code);
    if (meaning === undefined) this.fail(`Unrecognized character escape ${describeCharacter(code)}`);
    this.advance();
    return meaning;
  }

  private unicodeEscape(): string {
    this.advance();
    const from = this.position;
    while (this.position < from + 4) {
      if (this.atEnd()) this.fail("Unexpected end-of-input in character escape sequence");
      if (!/[0-9a-fA-F]/.test(this.peek()))
        this.unexpected("expected a hex-digit for character escape sequence");
      this.advance();
    }
    return String.fromCharCode(Number.parseInt(this.text.slice(from, this.position), 16));
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.position += found.length;
    return found;
  }
}

function describeCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 32 || (code >= 127 && code < 160)) return `(CTRL-CHAR, code ${code})`;
  const hex = code > 255 ? ` / 0x${code.toString(16)}` : "";
  return `'${character}' (code ${code}${hex})`;
}
