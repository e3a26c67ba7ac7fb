/** Bytes as text of a charset; UTF-8 for one that is not known. What is not valid becomes U+FFFD. */
export function decodeCharset(bytes: Uint8Array, charset: string): string {
  return decoderOf(charset).decode(bytes);
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new TextDecoder("utf-8");
  }
}
