import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowed } from "./allowed.ts";
import { narrow } from "./narrow.ts";
import { NOTIFICATION_TYPES } from "./notification-types.ts";
import type { ProductId } from "./products.ts";
import { SCAN_RESULTS } from "./results.ts";
import { arbitraryAccount, arbitraryBucket, arbitraryProducts, arbitraryWizardSelection } from "./testing.ts";

const BOTH: ProductId[] = ["antivirus", "classification"];

describe("after the types changed", () => {
  test("results and buckets go when a type joins that carries none, and the answer says so", () => {
    expect(
      narrow(BOTH, {
        types: ["scanResult", "bucketsDiscovered"],
        results: ["Infected", "Error"],
        buckets: ["invoices"],
        accounts: [],
      }),
    ).toEqual({
      selection: { types: ["scanResult", "bucketsDiscovered"], results: [], buckets: [], accounts: [] },
      cleared: [
        {
          field: "results",
          values: ["Infected", "Error"],
          reason: "Buckets discovered notifications carry no result to filter by.",
        },
        {
          field: "buckets",
          values: ["invoices"],
          reason: "Buckets discovered notifications are not certain to name a bucket to filter by.",
        },
      ],
    });
  });

  test("accounts go when a type joins that belongs to none", () => {
    const { selection, cleared } = narrow(BOTH, {
      types: ["bucketsDiscovered", "trialExpiring"],
      results: [],
      buckets: [],
      accounts: ["123456789012"],
    });
    expect(selection.accounts).toEqual([]);
    expect(cleared).toMatchObject([{ field: "accounts", values: ["123456789012"] }]);
  });

  test("only the results that the other product does not report go", () => {
    const { selection, cleared } = narrow(BOTH, {
      types: ["classificationResult"],
      results: ["Infected", "Error"],
      buckets: ["invoices"],
      accounts: [],
    });
    expect(selection).toMatchObject({ results: ["Error"], buckets: ["invoices"] });
    expect(cleared).toEqual([
      {
        field: "results",
        values: ["Infected"],
        reason: "Classification result notifications report Matching, Error, Unclassifiable or NonMatching.",
      },
    ]);
  });

  test("the rest waits while no type is chosen", () => {
    const waiting = { types: [], results: ["Infected"], buckets: ["invoices"], accounts: [] } as const;
    expect(narrow(BOTH, waiting)).toEqual({ selection: waiting, cleared: [] });
  });

  test("mistyped values stay for their owner to correct", () => {
    const mistyped = { types: ["scanResult"], results: [], buckets: ["Not A Bucket"], accounts: [] } as const;
    expect(narrow(BOTH, mistyped)).toEqual({ selection: mistyped, cleared: [] });
  });
});

test("a type goes when the topic's products no longer publish it", () => {
  const { selection, cleared } = narrow(["classification"], {
    types: ["bucketCrawling", "bucketProtection"],
    results: [],
    buckets: [],
    accounts: [],
  });
  expect(selection.types).toEqual(["bucketProtection"]);
  expect(cleared).toMatchObject([{ field: "types", values: ["bucketCrawling"] }]);
});

test("whatever the types become, a well-typed selection ends up allowed", () => {
  const anything = fc.record({
    types: fc.subarray([...NOTIFICATION_TYPES]),
    results: fc.subarray([...SCAN_RESULTS, "Matching", "NonMatching"]),
    buckets: fc.uniqueArray(arbitraryBucket, { maxLength: 10 }),
    accounts: fc.uniqueArray(arbitraryAccount, { maxLength: 10 }),
  });
  fc.assert(
    fc.property(arbitraryProducts, anything, (products, selection) => {
      const { selection: narrowed, cleared } = narrow(products, selection);
      expect(allowed(products, narrowed).ok).toBe(narrowed.types.length > 0);
      expect(narrow(products, narrowed)).toEqual({ selection: narrowed, cleared: [] });
      for (const field of ["types", "results", "buckets", "accounts"] as const) {
        const lost = cleared.filter((entry) => entry.field === field).flatMap((entry) => entry.values);
        expect([...narrowed[field], ...lost].sort()).toEqual([...selection[field]].sort());
      }
    }),
  );
});

test("clears nothing of an allowed selection", () => {
  const walk = arbitraryProducts.chain((products) =>
    arbitraryWizardSelection(products).map((selection) => ({ products, selection })),
  );
  fc.assert(
    fc.property(walk, ({ products, selection }) => {
      expect(narrow(products, selection).cleared).toEqual([]);
    }),
  );
});
