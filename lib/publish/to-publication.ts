import "server-only";
import type { Checked, Issue } from "@/lib/actions/check-json";
import type { Publication } from "@/lib/aws/ports";
import { MAX_PUBLICATION_BYTES, publicationBytes } from "@/lib/aws/publication-size";
import { type NotificationType, type ProductId, products } from "@/lib/catalog";
import { DRILL_ATTRIBUTE } from "@/lib/notifications/constants";
import { DEFAULT_SCAN_TYPE, DRILL_SUBJECT_PREFIX } from "./constants.ts";
import type { Fresh } from "./kinds/kind.ts";
import { kinds } from "./kinds.ts";

export type Publishable = {
  topicArn: string;
  product: ProductId;
  type: NotificationType;
  body: unknown;
  /** What triggered a scan; only scan results carry it. */
  scanType?: string | undefined;
  /** Marked so that every receiver sees it is an exercise. */
  drill?: boolean | undefined;
};

/**
 * The notification as the product would publish it: subject, message attributes and body. A list of buckets too long
 * for SNS is cut, with `truncated` set and `count` kept; anything else too long is refused. Places of issues begin at
 * the notification, not at its body.
 */
export function toPublication(
  { topicArn, product, type, body: raw, scanType, drill }: Publishable,
  fresh: Fresh,
): Checked<Publication> {
  if (scanType !== undefined && type !== "scanResult")
    return refused(["scanType"], `Leave this out: no ${type} carries it.`);
  const reading = kinds[type].read(raw, fresh);
  if (!reading.ok)
    return {
      ok: false,
      issues: reading.issues.map(({ path, message }) => ({ path: ["body", ...path], message })),
    };
  const { body, headline, attributes } = reading;
  const of = (published: object): Publication => ({
    topicArn,
    subject: `${drill ? DRILL_SUBJECT_PREFIX : ""}${products[product].subjectPrefix}: ${headline}`,
    message: JSON.stringify(published),
    attributes: {
      notificationType: type,
      ...attributes,
      ...(type === "scanResult" && { scanType: scanType ?? DEFAULT_SCAN_TYPE }),
      ...(drill && { [DRILL_ATTRIBUTE]: "true" }),
    },
  });
  const whole = of(body);
  const bytes = publicationBytes(whole);
  if (bytes <= MAX_PUBLICATION_BYTES) return { ok: true, value: whole };
  const cut = "buckets" in body ? longestFitting(body, of) : undefined;
  if (cut) return { ok: true, value: cut };
  return refused(
    ["body"],
    `With subject and attributes this is ${bytes} bytes, and SNS takes ${MAX_PUBLICATION_BYTES}. Shorten its longest field.`,
  );
}

/** The body with as many of its buckets as fit, at least one; found by halving. */
function longestFitting<Body extends { buckets: unknown[] }>(
  body: Body,
  of: (published: object) => Publication,
): Publication | undefined {
  let fitting: Publication | undefined;
  let least = 1;
  let most = body.buckets.length - 1;
  while (least <= most) {
    const middle = (least + most) >> 1;
    const candidate = of({ ...body, truncated: true, buckets: body.buckets.slice(0, middle) });
    const fits = publicationBytes(candidate) <= MAX_PUBLICATION_BYTES;
    if (fits) fitting = candidate;
    if (fits) least = middle + 1;
    else most = middle - 1;
  }
  return fitting;
}

function refused(path: Issue["path"], message: string): { ok: false; issues: Issue[] } {
  return { ok: false, issues: [{ path, message }] };
}
