/**
 * The address as upper-case hexadecimal digits, 8 for IPv4 and 32 for IPv6; undefined for anything that is not
 * an address literal, host names included.
 */
export function addressDigits(text: string): string | undefined {
  return ipv4Digits(text) ?? ipv6Digits(text);
}

/**
 * Whether an address lies between two others of equal length. AWS's engine compares digit by digit from the left
 * and stops as soon as the outcome is certain, so that an address of the other family can lie within as well:
 * `0.0.0.0/0` admits `2001:db8::1`.
 */
export function liesBetween(digits: string, bottom: string, top: string): boolean {
  const seen = digits.slice(0, bottom.length);
  if (seen.length === bottom.length) return seen >= bottom && seen <= top;
  return seen > bottom.slice(0, seen.length) && seen < top.slice(0, seen.length);
}

function ipv4Digits(text: string): string | undefined {
  const match = /^([0-9]+)\.([0-9]+)\.([0-9]+)\.([0-9]+)$/.exec(text);
  if (!match) return undefined;
  const octets = match.slice(1).map(Number);
  if (octets.some((octet) => octet > 255)) return undefined;
  return octets.map((octet) => hex(octet, 2)).join("");
}

function ipv6Digits(text: string): string | undefined {
  if (!/^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/.test(text)) return undefined;
  const halves = text.split("::");
  const [left = [], right = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - left.length - right.length;
  const fits = halves.length === 1 ? missing === 0 : halves.length === 2 && missing > 0;
  const groups = fits ? [...left, ...Array<string>(missing).fill("0"), ...right] : [];
  if (!fits || !groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.map((group) => hex(Number.parseInt(group, 16), 4)).join("");
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0").toUpperCase();
}
