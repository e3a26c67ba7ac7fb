import { BlockList, isIP } from "node:net";

/** What the configuration lets webhooks lead to although it is not public. */
export type AllowedHosts = {
  hasName(hostname: string): boolean;
  hasAddress(address: string): boolean;
};

/**
 * Reads a list of names, addresses and networks, separated by commas or blanks. A name on it may lead to any address.
 * @throws Error naming the entry that is none of these.
 */
export function allowedHosts(text: string): AllowedHosts {
  const names = new Set<string>();
  const networks = new BlockList();
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    if (isName(entry)) names.add(entry.toLowerCase());
    else addNetwork(networks, entry);
  }
  return {
    hasName: (hostname) => names.has(hostname.toLowerCase().replace(/\.$/, "")),
    hasAddress: (address) => isIP(address) !== 0 && networks.check(address, familyOf(address)),
  };
}

function isName(entry: string): boolean {
  return isIP(entry) === 0 && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(entry);
}

function addNetwork(networks: BlockList, entry: string) {
  const [network = "", prefix, ...rest] = entry.split("/");
  const length = prefix === undefined ? undefined : Number(prefix);
  const longest = isIP(network) === 4 ? 32 : 128;
  const isPrefix =
    length === undefined || (/^\d{1,3}$/.test(prefix ?? "") && length <= longest && rest.length === 0);
  if (isIP(network) === 0 || !isPrefix)
    throw new Error(
      `WEBHOOK_ALLOWED_HOSTS: "${entry}" is neither a name, nor an address, nor a network such as 10.1.0.0/16.`,
    );
  networks.addSubnet(network, length ?? longest, familyOf(network));
}

const familyOf = (address: string) => (isIP(address) === 4 ? "ipv4" : "ipv6");
