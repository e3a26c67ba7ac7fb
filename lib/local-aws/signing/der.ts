/** The DER encodings a certificate needs (ITU-T X.690). Every function returns one complete element. */

export function sequence(...elements: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(elements));
}

export function setOf(only: Buffer): Buffer {
  return element(0x31, only);
}

/** A context-specific wrapper around an element: `[tag] EXPLICIT`. */
export function explicit(tag: number, inner: Buffer): Buffer {
  return element(0xa0 | tag, inner);
}

/** A context-specific primitive in place of the element's own tag: `[tag] IMPLICIT`. */
export function implicit(tag: number, content: Buffer): Buffer {
  return element(0x80 | tag, content);
}

/** A non-negative integer, given as big-endian bytes. */
export function unsignedInteger(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const significant = first === -1 ? Buffer.of(0) : bytes.subarray(first);
  const looksNegative = significant.readUInt8(0) > 0x7f;
  return element(0x02, looksNegative ? Buffer.concat([Buffer.of(0), significant]) : significant);
}

export function boolean(value: boolean): Buffer {
  return element(0x01, Buffer.of(value ? 0xff : 0));
}

export function nothing(): Buffer {
  return element(0x05, Buffer.alloc(0));
}

export function octetString(content: Buffer): Buffer {
  return element(0x04, content);
}

/** A bit string whose last byte has `unusedBits` bits to spare. */
export function bitString(content: Buffer, unusedBits = 0): Buffer {
  return element(0x03, Buffer.concat([Buffer.of(unusedBits), content]));
}

export function utf8String(text: string): Buffer {
  return element(0x0c, Buffer.from(text));
}

/** An object identifier in dotted notation, such as `2.5.4.3`. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}

/** A certificate's date, to the second: two-digit years up to 2049, four-digit ones after (RFC 5280, 4.1.2.5). */
export function time(date: Date): Buffer {
  const digits = `${date.toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`;
  if (date.getUTCFullYear() < 2050) return element(0x17, Buffer.from(digits.slice(2)));
  return element(0x18, Buffer.from(digits));
}

function base128(number: number): number[] {
  const bytes = [number & 0x7f];
  for (let rest = number >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

function element(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), length(content.length), content]);
}

function length(bytes: number): Buffer {
  if (bytes < 0x80) return Buffer.of(bytes);
  const digits = Buffer.alloc(4);
  digits.writeUInt32BE(bytes);
  const significant = digits.subarray(digits.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.of(0x80 | significant.length), significant]);
}
