import { type Admits, onText } from "./condition.ts";
import { addressDigits, liesBetween } from "./ip-address.ts";
import { FilterPolicyProblem } from "./problem.ts";

/** Admits the addresses of an IPv4 or IPv6 block such as `10.0.0.0/24`. Throws `FilterPolicyProblem`. */
export function cidrBlock(block: string): Admits {
  const [ip = "", mask = "", ...extra] = block.replace(/\/+$/, "").split("/");
  if (mask === "" || extra.length > 0) throw new FilterPolicyProblem("Malformed CIDR, one '/' required");
  if (!/^[+-]?[0-9]+$/.test(mask))
    throw new FilterPolicyProblem("Malformed CIDR, mask bits must be an integer");
  if (Number(mask) < 0) throw new FilterPolicyProblem("Malformed CIDR, mask bits must not be negative");
  // The engine lets a block begin at the address as written, not at the first address of its network.
  const bottom = addressDigits(ip);
  if (!bottom) throw new FilterPolicyProblem(`Nonstandard IP address: ${ip}`);
  const width = bottom.length * 4;
  if (Number(mask) >= width)
    throw new FilterPolicyProblem(`${width === 32 ? "IPv4" : "IPv6"} mask bits must be < ${width}`);
  const hostBits = (1n << BigInt(width - Number(mask))) - 1n;
  const top = (BigInt(`0x${bottom}`) | hostBits).toString(16).toUpperCase().padStart(bottom.length, "0");
  return onAddress((digits) => liesBetween(digits, bottom, top));
}

/** Admits one address however it is written; null when the text is not an address. */
export function sameAddress(text: string): Admits | null {
  const expected = addressDigits(text);
  return expected ? onAddress((digits) => liesBetween(digits, expected, expected)) : null;
}

function onAddress(passes: (digits: string) => boolean): Admits {
  return onText((value) => {
    const digits = addressDigits(value);
    return digits !== undefined && passes(digits);
  });
}
