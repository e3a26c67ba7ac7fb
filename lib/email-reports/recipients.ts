/** SES takes no more in one message, and a report is no mailing list. */
export const MAX_RECIPIENTS = 50;

export type RecipientsReading =
  | { ok: true; value: string[] }
  | { ok: false; issues: { path: string; message: string }[] };

/**
 * Reads addresses separated by commas, semicolons or line breaks. Each is trimmed and, if it stands in angle brackets
 * behind a name, taken from them; domains become lower case and punycode, as SES wants them. The same address in
 * another spelling counts once. Otherwise every address that is none is named, with the reason; `path` is its place.
 */
export function parseRecipients(text: string): RecipientsReading {
  const pieces = text
    .split(/[,;\r\n]+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  const issues: { path: string; message: string }[] = [];
  const byKey = new Map<string, string>();
  for (const [index, piece] of pieces.entries()) {
    const read = readAddress(piece);
    if (typeof read === "string") issues.push({ path: String(index), message: `${quoted(piece)} ${read}` });
    else if (!byKey.has(read.address.toLowerCase())) byKey.set(read.address.toLowerCase(), read.address);
  }
  if (byKey.size > MAX_RECIPIENTS)
    issues.push({
      path: "",
      message: `These are ${byKey.size} addresses, and a report goes to ${MAX_RECIPIENTS} at most. Use a group's address for the others.`,
    });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: [...byKey.values()] };
}

/** RFC 5321, 4.5.3.1. */
const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;
/** RFC 5321's dot-string; quoted local parts are left out, as nobody has them. */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The address, or what is wrong with it. */
function readAddress(piece: string): { address: string } | string {
  const bare = /^[^<>]*<([^<>]*)>$/.exec(piece)?.[1]?.trim() ?? piece;
  const at = bare.lastIndexOf("@");
  if (at === -1) return "has no @.";
  const local = bare.slice(0, at);
  const domain = asciiDomain(bare.slice(at + 1));
  if (local === "") return "has nothing before the @.";
  if (/[^\x20-\x7e]/.test(local)) return "has letters before the @ that SES cannot send to: use ASCII ones.";
  if (!LOCAL.test(local) || local.length > MAX_LOCAL)
    return "is not an address: look at what is before the @.";
  if (domain === null) return "is not an address: look at what follows the @.";
  const address = `${local}@${domain}`;
  return address.length > MAX_ADDRESS ? "is too long to be an address." : { address };
}

/** The domain as the wire has it, or null when it is none. */
function asciiDomain(domain: string): string | null {
  // a URL would take these for a port, a path or user info
  if (/[\s:/?#@[\]\\%]/.test(domain) || !URL.canParse(`https://${domain}`)) return null;
  const { hostname } = new URL(`https://${domain}`);
  return DOMAIN.test(hostname) ? hostname : null;
}

const SHOWN_LENGTH = 60;

function quoted(piece: string): string {
  return `“${piece.length > SHOWN_LENGTH ? `${piece.slice(0, SHOWN_LENGTH)}…` : piece}”`;
}
