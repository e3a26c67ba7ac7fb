import type { Provenance } from "../attributes.ts";
import type { NotificationType } from "../notification-types.ts";
import type { ProductId } from "../products.ts";
import type { ResultValue } from "../results.ts";

export type SampleAttributes = Readonly<Record<string, { readonly type: "String"; readonly value: string }>>;

/** A message as it is published to the topic. */
export type SampleMessage = {
  readonly id: string;
  /** What it reports, in a few words. */
  readonly title: string;
  /** Whether the body is a public message's or a shape of our own; `note` tells where the line runs. */
  readonly provenance: Provenance;
  readonly note: string;
  readonly subject: string;
  readonly attributes: SampleAttributes;
  /** JSON text, as SNS's Message is. */
  readonly body: string;
};

/** Where a sample happened: what the buckets and accounts of a selection are compared with. */
export type Place = { readonly bucket: string; readonly accountId: string };

/** A message of the catalog. */
export type Sample = SampleMessage & {
  readonly place: Place;
  readonly product: ProductId;
  readonly type: NotificationType;
  /** The result it reports; null for a type that reports none. */
  readonly result: ResultValue | null;
};

/** How to make a sample at any place. */
export type Recipe = Pick<Sample, "title" | "provenance" | "note" | "type" | "result"> & {
  /** Tells samples of the same type and result apart. */
  readonly variant?: string;
  /** Without the product's prefix. */
  readonly headline: string;
  /** Beside `notificationType` and the result's attribute. */
  readonly attributes: (place: Place) => Readonly<Record<string, string>>;
  readonly body: (place: Place) => object;
};

export const PROPOSED = {
  provenance: "proposed",
  note: "No message of this kind is public: the shape is our proposal.",
} as const;

/** The deployment that all samples come from. */
export const APP_ID = "pxlhbmh";
export const REGION = "us-east-1";
