import type { LocalAws } from "../local-aws.ts";

/** RFC 2606 keeps this domain for examples: nobody's mails are imitated. */
const FIRST_IDENTITIES = ["example.com", "reports@example.com"];

/** Verifies a domain and an address of it at the first start, so that a fresh account can send. */
export function makeFirstIdentities({ store, clock, region }: LocalAws): void {
  if (store.settings.get("identitiesSeeded") === 1) return;
  const now = clock.now();
  store.transaction(() => {
    for (const name of FIRST_IDENTITIES)
      store.emailIdentities.insert({ region, name, createdAt: now, verifiedAt: now, token: null });
    store.settings.set("identitiesSeeded", 1);
  });
}
