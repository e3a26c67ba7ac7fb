export type Address = { name: string; address: string };

/** The parts of a sender such as `"AWS Notifications" <no-reply@example.com>`. */
export function parseAddress(from: string): Address {
  const [, quoted, plain, address] = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^<]*?))\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  if (!address) return { name: from, address: from };
  return { name: quoted?.replace(/\\(.)/g, "$1") || plain || address, address };
}
