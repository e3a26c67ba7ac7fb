import { describe, expect, test } from "vitest";
import { MAX_PUBLICATION_BYTES, publicationBytes } from "@/lib/aws/publication-size";
import { PRODUCT_IDS, type ProductId } from "@/lib/catalog";
import { samplesFor } from "@/lib/catalog/samples/index";
import { type Publishable, toPublication } from "./to-publication.ts";

const topicArn = "arn:aws:sns:us-east-1:123456789012:Notifications";
const fresh = { id: "00000000-0000-4000-8000-000000000000", now: "2026-11-23T00:00:00.000Z" };
const samples = PRODUCT_IDS.flatMap((product) =>
  samplesFor([product]).map((sample) => ({ ...sample, product })),
);

function publish(change: Partial<Publishable> & Pick<Publishable, "type" | "body">) {
  const product: ProductId = change.type === "classificationResult" ? "classification" : "antivirus";
  return toPublication({ topicArn, product, ...change }, fresh);
}

function sent(change: Parameters<typeof publish>[0]) {
  const made = publish(change);
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value;
}

const bucket = (n: number) => ({
  bucketName: `a-rather-long-bucket-name-${n}`,
  region: "us-east-1",
  dateCreated: "2026-01-01T00:00:00Z",
  isPublic: false,
  encryption: "None",
});
const discovered = (n: number) => ({
  appId: "pxlhbmh",
  accountId: "123456789012",
  region: "us-east-1",
  buckets: Array.from({ length: n }, (_, index) => bucket(index)),
});

test("every sample is published as the catalog shows it", () => {
  for (const { id, product, type, subject, attributes, body } of samples) {
    const scanType = attributes.scanType?.value;
    const made = sent({ product, type, body: JSON.parse(body), ...(scanType && { scanType }) });
    const expected = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
    if (id.endsWith("/2021")) expected.key = "infected_bill.pdf";
    expect(made.subject).toBe(subject);
    expect(made.attributes).toEqual(expected);
    expect(JSON.parse(made.message)).toEqual(JSON.parse(body));
  }
});

describe("a drill", () => {
  test("says so in subject and attributes, within what SNS takes", () => {
    for (const { product, type, body } of samples) {
      const made = sent({ product, type, body: JSON.parse(body), drill: true });
      expect(made.subject).toMatch(/^\[Drill\] (AV|DC)-for-S3: [\x20-\x7e]+$/);
      expect(made.subject?.length).toBeLessThan(100);
      expect(made.attributes.drill).toBe("true");
    }
  });

  test("is no part of anything else", () => {
    expect(sent({ type: "bucketsDiscovered", body: discovered(1) }).attributes).not.toHaveProperty("drill");
  });
});

describe("what triggered the scan", () => {
  const body = JSON.parse(samples.find(({ type }) => type === "scanResult")?.body ?? "{}");

  test("is Api unless it is given", () => {
    expect(sent({ type: "scanResult", body }).attributes.scanType).toBe("Api");
    expect(sent({ type: "scanResult", body, scanType: "Schedule" }).attributes.scanType).toBe("Schedule");
  });

  test("belongs to scan results alone", () => {
    expect(publish({ type: "bucketsDiscovered", body: discovered(1), scanType: "Api" })).toEqual({
      ok: false,
      issues: [{ path: ["scanType"], message: "Leave this out: no bucketsDiscovered carries it." }],
    });
  });
});

describe("a list of buckets", () => {
  test("that fits is sent whole", () => {
    const made = JSON.parse(sent({ type: "bucketsDiscovered", body: discovered(500) }).message);
    expect(made).toMatchObject({ count: 500, truncated: false });
    expect(made.buckets).toHaveLength(500);
  });

  test("that does not fit is cut as late as possible, with its exact count", () => {
    const made = sent({ type: "bucketsDiscovered", body: discovered(4000) });
    const { count, truncated, buckets } = JSON.parse(made.message);
    expect({ count, truncated }).toEqual({ count: 4000, truncated: true });
    expect(publicationBytes(made)).toBeLessThanOrEqual(MAX_PUBLICATION_BYTES);
    const another = Buffer.byteLength(JSON.stringify(bucket(buckets.length))) + 1;
    expect(publicationBytes(made) + another).toBeGreaterThan(MAX_PUBLICATION_BYTES);
  });

  test("keeps the count of a publisher who cut it before", () => {
    const body = { ...discovered(4000), count: 9000, truncated: true };
    expect(JSON.parse(sent({ type: "bucketsDiscovered", body }).message).count).toBe(9000);
  });
});

test("anything else too long is refused, with its size", () => {
  const body = JSON.parse(samples.find(({ type }) => type === "scanResult")?.body ?? "{}");
  expect(publish({ type: "scanResult", body: { ...body, virusUploadedBy: "x".repeat(300_000) } })).toEqual({
    ok: false,
    issues: [
      {
        path: ["body"],
        message: expect.stringMatching(
          /^With subject and attributes this is 30\d{4} bytes, and SNS takes 262144\. /,
        ),
      },
    ],
  });
});

test("a mistake in the body is placed from the notification on", () => {
  expect(publish({ type: "bucketsDiscovered", body: { ...discovered(1), region: 7 } })).toEqual({
    ok: false,
    issues: [{ path: ["body", "region"], message: "Give a text here, not a number." }],
  });
});
