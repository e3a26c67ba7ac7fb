import { emptySelection, narrow, type ProductId, type Selection } from "@/lib/catalog";

const FIELDS = ["types", "results", "buckets", "accounts"] as const;

/** What a link to the wizard asks to have chosen already, such as `types=scanResult&results=Infected`; legal in any case. */
export function wantedSelection(products: readonly ProductId[], params: URLSearchParams): Selection {
  const [types, results, buckets, accounts] = FIELDS.map((field) =>
    (params.get(field) ?? "").split(",").filter(Boolean),
  );
  if (!types?.length) return emptySelection;
  return narrow(products, {
    types,
    results: results ?? [],
    buckets: buckets ?? [],
    accounts: accounts ?? [],
  }).selection;
}
