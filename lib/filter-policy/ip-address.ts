/** Addresses of one family as hexadecimal digits: 8 for IPv4, 32 for IPv6. Both ends belong to it. */
export type AddressRange = { readonly first: string; readonly last: string };

const IPV4 = /^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$/;
const IPV6 = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/;

/** The address's hexadecimal digits, or undefined when the text is not an IPv4 or IPv6 address. */
export function parseAddress(text: string): string | undefined {
  if (IPV4.test(text)) return parseIpv4(text);
  if (IPV6.test(text)) return parseIpv6(text);
  return undefined;
}

/**
 * Whether an address (hexadecimal digits) lies in the range. AWS's engine compares digit by digit and not by
 * family: an IPv6 address is in an IPv4 range when its first eight digits are, and an IPv4 address is in an
 * IPv6 range when it lies between the ends before its digits run out.
 */
export function containsAddress({ first, last }: AddressRange, address: string): boolean {
  if (address.length >= first.length) {
    const leading = address.slice(0, first.length);
    return first <= leading && leading <= last;
  }
  return first.slice(0, address.length) < address && address < last.slice(0, address.length);
}

/**
 * Reads `address/bits`. As in AWS's engine the range begins at the address as written, not at the start of
 * its block, and a full-length mask (/32, /128) is refused. On failure: the engine's sentence.
 */
export function parseCidr(text: string): { ok: true; range: AddressRange } | { ok: false; message: string } {
  const slashed = text.split("/");
  const [ip, mask] = slashed;
  if (ip === undefined || mask === undefined || mask === "" || slashed.length !== 2)
    return refused("Malformed CIDR, one '/' required");
  if (!/^[+-]?[0-9]+$/.test(mask)) return refused("Malformed CIDR, mask bits must be an integer");
  const bits = Number(mask);
  if (bits < 0) return refused("Malformed CIDR, mask bits must not be negative");
  if (!IPV4.test(ip) && !IPV6.test(ip)) return refused(`Nonstandard IP address: ${ip}`);
  const first = parseAddress(ip);
  if (first === undefined) return refused(`Invalid IP address: ${ip}`);
  const width = first.length * 4;
  if (bits >= width) return refused(`IPv${width === 32 ? 4 : 6} mask bits must be < ${width}`);
  const hostMask = (1n << BigInt(width - bits)) - 1n;
  const last = (BigInt(`0x${first}`) | hostMask).toString(16).padStart(first.length, "0");
  return { ok: true, range: { first, last } };
}

function refused(message: string): { ok: false; message: string } {
  return { ok: false, message };
}

function parseIpv4(text: string): string | undefined {
  const bytes = text.split(".").map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function parseIpv6(text: string): string | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  // "::" stands for one group of zeros or more; without it all eight must be there
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<string>(missing).fill("0"), ...tail];
  if (groups.some((group) => group.length < 1 || group.length > 4)) return undefined;
  return groups.map((group) => group.toLowerCase().padStart(4, "0")).join("");
}
