/**
 * The bytes of a body, which is given a character a byte. Damaged encodings give what can be read of them.
 * https://www.rfc-editor.org/rfc/rfc2045#section-6
 */
export function decodeTransfer(body: string, encoding: string): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case "base64":
      return Buffer.from(body, "base64");
    case "quoted-printable":
      return unquote(withoutSoftBreaks(body));
    default:
      return Buffer.from(body, "latin1");
  }
}

/** White space at the end of a line was added on the way. */
function withoutSoftBreaks(body: string): string {
  const lines = body.split(/\r?\n/).map((line) => line.trimEnd());
  return lines.join("\r\n").replaceAll("=\r\n", "");
}

/** Puts the bytes of `=XX` in place of it. */
export function unquote(text: string): Buffer {
  const plain = text.replace(/=([0-9A-Fa-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(plain, "latin1");
}
