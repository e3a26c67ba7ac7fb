import { invalidParameter } from "./errors.ts";

interface Term {
  sign: "+" | "-" | "?";
  text: string;
}

const TERM = /([-?]?)(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))(?:\s+|$)/y;

/**
 * Reads a filter pattern of terms: all of the plain ones, one of those marked `?`, none of those marked `-`. An empty
 * pattern takes everything. Patterns on JSON fields and columns are refused.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 *
 * @throws AwsError
 */
export function readFilterPattern(pattern: string): (message: string) => boolean {
  const terms = readTerms(pattern.trim());
  const of = (sign: Term["sign"]) => terms.filter((term) => term.sign === sign).map(({ text }) => text);
  const [needed, excluded, optional] = [of("+"), of("-"), of("?")];
  return (message) => {
    const has = (text: string) => message.includes(text);
    return (
      needed.every(has) &&
      !excluded.some(has) &&
      (optional.length === 0 || needed.length > 0 || optional.some(has))
    );
  };
}

function readTerms(pattern: string): Term[] {
  if (/^[{[%]/.test(pattern)) throw invalidParameter("Invalid filter pattern");
  const terms: Term[] = [];
  for (TERM.lastIndex = 0; TERM.lastIndex < pattern.length; ) {
    const match = TERM.exec(pattern);
    if (!match) throw invalidParameter("Invalid filter pattern");
    const [, sign, quoted, plain] = match;
    terms.push({
      sign: sign === "-" || sign === "?" ? sign : "+",
      text: quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "",
    });
  }
  return terms;
}
