import { NOTIFICATION_TYPES, type NotificationType } from "./notification-types.ts";
import type { ResultType } from "./results.ts";

export const PRODUCT_IDS = ["antivirus", "classification"] as const;

export type ProductId = (typeof PRODUCT_IDS)[number];

export type Product = {
  readonly name: string;
  /** What the subject of every message begins with. */
  readonly subjectPrefix: string;
  readonly resultType: ResultType;
  readonly types: readonly NotificationType[];
};

export const products: Record<ProductId, Product> = {
  antivirus: {
    name: "Antivirus for Amazon S3",
    subjectPrefix: "AV-for-S3",
    resultType: "scanResult",
    types: [
      "scanResult",
      "largeFileScan",
      "bucketsDiscovered",
      "bucketProtection",
      "bucketCrawling",
      "bucketsPublicAccess",
      "bucketAutoProtectionFailed",
      "updatesAvailable",
      "lowPrepaidData",
      "trialExpiring",
    ],
  },
  classification: {
    name: "Classification for Amazon S3",
    subjectPrefix: "DC-for-S3",
    resultType: "classificationResult",
    types: [
      "classificationResult",
      "bucketsDiscovered",
      "bucketProtection",
      "bucketsPublicAccess",
      "bucketAutoProtectionFailed",
      "updatesAvailable",
      "lowPrepaidData",
      "trialExpiring",
    ],
  },
};

/** Narrows text, such as a stored or submitted one, to a product. */
export function isProductId(text: string): text is ProductId {
  return PRODUCT_IDS.some((id) => id === text);
}

/** The types that a topic of these products carries, in canonical order; one that several publish is listed once. */
export function typesOf(productIds: readonly ProductId[]): readonly NotificationType[] {
  return NOTIFICATION_TYPES.filter((type) => productIds.some((id) => products[id].types.includes(type)));
}

export type TypeGroup = {
  readonly products: readonly ProductId[];
  readonly types: readonly NotificationType[];
};

/**
 * `typesOf`, grouped by who publishes: one group for each product's own types, then one for the shared types.
 * A single product makes a single group. Empty groups are left out.
 */
export function typeGroups(productIds: readonly ProductId[]): readonly TypeGroup[] {
  const publishersOf = (type: NotificationType) =>
    PRODUCT_IDS.filter((id) => productIds.includes(id) && products[id].types.includes(type));
  const groups = new Map<string, { products: ProductId[]; types: NotificationType[] }>();
  for (const type of typesOf(productIds)) {
    const publishers = publishersOf(type);
    const group = groups.get(publishers.join()) ?? { products: publishers, types: [] };
    group.types.push(type);
    groups.set(publishers.join(), group);
  }
  return [...groups.values()].sort((a, b) => a.products.length - b.products.length);
}
