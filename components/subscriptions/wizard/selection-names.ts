/** Where the wizard's form keeps the selection. */
export const selectionNames = {
  types: "types",
  results: "results",
  buckets: "buckets",
  accounts: "accounts",
} as const;
