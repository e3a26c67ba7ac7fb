type Counts = { imported: number; confirmed: number; gone: number; pending: number };

/** What a refresh found, in a few words: "1 confirmed, 2 new", or that nothing changed. */
export function refreshWords({ imported, confirmed, gone, pending }: Counts): string {
  const parts = [
    confirmed > 0 ? `${confirmed} confirmed` : "",
    imported > 0 ? `${imported} new` : "",
    pending > 0 ? `${pending} pending again` : "",
    gone > 0 ? `${gone} gone` : "",
  ].filter((part) => part !== "");
  return parts.join(", ") || "No changes";
}
