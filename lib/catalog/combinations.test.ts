import { describe, expect, test } from "vitest";
import { allowed } from "./allowed.ts";
import type { ProductId } from "./products.ts";
import type { SelectionInput } from "./selection.ts";

/** The product's own table of proper combinations: what each type may be narrowed by. R results, B buckets, A accounts. */
const CELLS = ["", "R", "RB", "RA", "B", "A", "BA", "RBA"] as const;

type Cell = (typeof CELLS)[number];

const RESULT_ROW: readonly Cell[] = ["", "R", "RB", "RA", "B", "A"];
const ACCOUNT_ROW: readonly Cell[] = ["", "A"];
const PLAIN_ROW: readonly Cell[] = [""];

const TABLES: Record<ProductId, Record<string, readonly Cell[]>> = {
  antivirus: {
    scanResult: RESULT_ROW,
    largeFileScan: ACCOUNT_ROW,
    bucketsDiscovered: ACCOUNT_ROW,
    bucketProtection: ACCOUNT_ROW,
    bucketCrawling: ACCOUNT_ROW,
    bucketsPublicAccess: ACCOUNT_ROW,
    bucketAutoProtectionFailed: ACCOUNT_ROW,
    updatesAvailable: PLAIN_ROW,
    lowPrepaidData: PLAIN_ROW,
    trialExpiring: PLAIN_ROW,
  },
  classification: {
    classificationResult: RESULT_ROW,
    bucketsDiscovered: ACCOUNT_ROW,
    bucketProtection: ACCOUNT_ROW,
    bucketsPublicAccess: ACCOUNT_ROW,
    bucketAutoProtectionFailed: ACCOUNT_ROW,
    updatesAvailable: PLAIN_ROW,
    lowPrepaidData: PLAIN_ROW,
    trialExpiring: PLAIN_ROW,
  },
};

function selectionOf(types: readonly string[], cell: Cell): SelectionInput {
  return {
    types,
    // the one value that both products report
    results: cell.includes("R") ? ["Error"] : [],
    buckets: cell.includes("B") ? ["invoices"] : [],
    accounts: cell.includes("A") ? ["123456789012"] : [],
  };
}

describe.each(Object.entries(TABLES))("%s", (product, table) => {
  const products = [product as ProductId]; // the keys of TABLES are product ids
  const cells = Object.entries(table).flatMap(([type, row]) =>
    CELLS.map((cell) => ({ type, cell, legal: row.includes(cell) })),
  );

  test.each(cells)("$type with '$cell': $legal", ({ type, cell, legal }) => {
    expect(allowed(products, selectionOf([type], cell)).ok).toBe(legal);
  });

  test("as many cells are legal as the product's table says", () => {
    expect([cells.length, cells.filter((cell) => cell.legal).length]).toEqual(
      product === "antivirus" ? [80, 21] : [64, 17],
    );
  });
});

const BOTH: ProductId[] = ["antivirus", "classification"];
const UNION = { ...TABLES.antivirus, ...TABLES.classification };

function subsetsOf(types: readonly string[]): string[][] {
  return Array.from({ length: 2 ** types.length }, (_, bits) =>
    types.filter((_, index) => bits & (1 << index)),
  );
}

test("several types allow what every one of them allows, and results and buckets only to a type alone", () => {
  const disagreements = subsetsOf(Object.keys(UNION)).flatMap((types) =>
    CELLS.filter((cell) => {
      const everyRow = types.every((type) => UNION[type]?.includes(cell));
      const legal = types.length > 0 && everyRow && (types.length === 1 || !/[RB]/.test(cell));
      return allowed(BOTH, selectionOf(types, cell)).ok !== legal;
    }).map((cell) => `${types.join()} ${cell}`),
  );
  expect(disagreements).toEqual([]);
});

test.each([
  ["antivirus", "classificationResult"],
  ["classification", "scanResult"],
  ["classification", "largeFileScan"],
  ["classification", "bucketCrawling"],
] as const)("%s does not publish %s", (product, type) => {
  expect(allowed([product], selectionOf([type], "")).ok).toBe(false);
});
