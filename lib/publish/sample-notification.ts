import type { NotificationType, ProductId } from "@/lib/catalog";
import { type Sample, samplesFor, sampleWith } from "@/lib/catalog/samples/index";

/** Every sample that the products of a topic can be made to publish; what both publish is there for each. */
export function sendableSamples(products: readonly ProductId[]): readonly Sample[] {
  return products.flatMap((product) => samplesFor([product]));
}

export type SampleNotification = {
  product: ProductId;
  type: NotificationType;
  body: unknown;
  scanType: string | undefined;
};

/** The sample as if it happened now at a place: without the identity and the dates that the catalog gave it. */
export function sampleNotification(
  sample: Sample,
  { bucket, accountId }: { bucket: string; accountId: string },
): SampleNotification {
  const moved = sampleWith(sample, { ...(bucket && { bucket }), ...(accountId && { accountId }) });
  const { product, type, attributes, body } = moved;
  return { product, type, body: JSON.parse(body, undated), scanType: attributes.scanType?.value };
}

const DATED = new Set(["id", "guid", "date", "dateTime", "dateScanned"]);

/** For JSON.parse: undefined leaves the field out, and publishing fills it in. */
function undated(name: string, value: unknown): unknown {
  return DATED.has(name) ? undefined : value;
}
