import { BlockList, isIP, isIPv6 } from "node:net";

type Subnet = readonly [network: string, prefix: number];

/** IPv4 that is not globally reachable. https://www.iana.org/assignments/iana-ipv4-special-registry */
const NOT_PUBLIC_4: readonly Subnet[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  // link-local, where clouds answer for their metadata
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/**
 * Within IPv6's global unicast (2000::/3), what is not globally reachable or carries an IPv4 address in itself: Teredo
 * and its neighbours, documentation, 6to4. https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const NOT_PUBLIC_6: readonly Subnet[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const blocked4 = listOf(NOT_PUBLIC_4, "ipv4");
const blocked6 = listOf(NOT_PUBLIC_6, "ipv6");
const unicast6 = listOf([["2000::", 3]], "ipv6");

function listOf(subnets: readonly Subnet[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family);
  return list;
}

/**
 * Whether an IP address is one of the public internet's. Everything that is not known to be is not: loopback, private
 * and link-local networks, metadata services, and IPv6 that stands for an IPv4 address (::ffff:10.0.0.1, 64:ff9b::/96).
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !blocked4.check(address, "ipv4");
  // a zone names an interface of this machine
  if (!isIPv6(address) || address.includes("%")) return false;
  return unicast6.check(address, "ipv6") && !blocked6.check(address, "ipv6");
}
