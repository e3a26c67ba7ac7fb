/**
 * The addresses in a list such as `"Ops, Berlin" <ops@example.com>, a@example.com`, without the names. What is no
 * address comes back as it stands, for the caller to refuse. Comments and groups are not understood.
 * https://www.rfc-editor.org/rfc/rfc5322#section-3.4
 */
export function addressesIn(list: string): string[] {
  return splitAtCommas(list)
    .map((mailbox) => /<([^<>]*)>\s*$/.exec(mailbox)?.[1]?.trim() ?? mailbox.trim())
    .filter((address) => address !== "");
}

function splitAtCommas(list: string): string[] {
  return list.match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,"<]|["<])+/g) ?? [];
}
