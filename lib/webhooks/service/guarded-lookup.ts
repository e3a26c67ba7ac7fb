import "server-only";
import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import type { AllowedHosts } from "../allowed-hosts.ts";
import { isAllowedAddress, NOT_PUBLIC } from "../target.ts";

/** The name leads to an address that may not be connected to. Its message may be shown. */
export class NotAllowed extends Error {}

type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Resolves names for a connection as `dns.lookup` does, and refuses those that lead to an address that may not be
 * connected to. The connection uses these very addresses, so a name that resolves otherwise a moment later gains
 * nothing by it.
 */
export function guardedLookup(allowed: AllowedHosts, resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const [first] = addresses;
      // one that leads inside is reason enough: which of them is connected to is not ours to choose
      if (!first || addresses.some(({ address }) => !isAllowedAddress(hostname, address, allowed)))
        return callback(new NotAllowed(NOT_PUBLIC), "", 0);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
