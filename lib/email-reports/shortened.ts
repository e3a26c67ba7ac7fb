import type { Listed, ProductFigures, ReportFigures } from "./figures.ts";

/** The same figures with no list longer than `most`; what is left out is counted. */
export function shortened(figures: ReportFigures, most: number): ReportFigures {
  return { ...figures, products: figures.products.map((product) => shorterProduct(product, most)) };
}

function shorterProduct(product: ProductFigures, most: number): ProductFigures {
  const { findings, newest, accounts, buckets } = product;
  return {
    ...product,
    findings: shorter(findings, most),
    newest: shorter(newest, most),
    accounts: shorter(accounts, most),
    buckets: shorter(buckets, most),
  };
}

function shorter<T>({ rows, more }: Listed<T>, most: number): Listed<T> {
  return { rows: rows.slice(0, most), more: more + Math.max(0, rows.length - most) };
}
