import { expect, test } from "vitest";
import { PRODUCT_IDS } from "@/lib/catalog";
import { samplesFor } from "@/lib/catalog/samples/index";
import { questionOf, sampleGroups } from "./question.ts";
import { simulationQuerySchema } from "./schema.ts";

const received = { id: 7, publishedAt: new Date(0), message: { attributes: {}, body: "{}" } };

const ask = (params: Record<string, string>, kept?: string) =>
  questionOf(["antivirus"], simulationQuerySchema.parse(params), {
    findKept: () => kept,
    findReceived: (id) => (id === received.id ? received : undefined),
  });

test("without any choice asks about the worst news", () => {
  const question = ask({});
  expect(question.kind === "sample" && question.message.attributes.scanResult?.value).toBe("Infected");
});

test("moves a sample to the bucket and account asked for", () => {
  const question = ask({ sample: "antivirus/scanResult/Clean", bucket: "mine", account: "999999999999" });
  if (question.kind !== "sample") throw new Error(question.kind);
  expect(question.message.attributes).toMatchObject({
    scanResult: { value: "Clean" },
    bucket: { value: "mine" },
    accountId: { value: "999999999999" },
  });
  expect(question.message.body).toContain('"mine"');
  expect(question.notes).toEqual([]);
});

test("says where a place changes nothing", () => {
  const alarm = ask({ sample: "system/healthAlarm", bucket: "mine" });
  expect(alarm).toMatchObject({
    message: { attributes: {} },
    notes: [expect.stringContaining("names no bucket")],
  });
});

test("a pasted message counts before a sample, and a kept one that is gone is said to be", () => {
  expect(ask({ message: '{"notificationType":"scanResult"}', sample: "x" }).kind).toBe("pasted");
  expect(ask({ kept: "name" }, "{}").kind).toBe("pasted");
  expect(ask({ kept: "name" }).kind).toBe("forgotten");
  expect(ask({ mode: "paste" }).kind).toBe("none");
});

test("a received message counts before all, and one no longer kept is said to be", () => {
  expect(ask({ received: "7", message: "{}", sample: "x" })).toEqual({ kind: "received", ...received });
  expect(ask({ received: "8" }).kind).toBe("notKept");
  expect(ask({ received: "; drop" }).kind).toBe("sample");
  expect(ask({ mode: "received" }).kind).toBe("none");
});

test("every sample can be chosen once, whatever the products", () => {
  for (const products of [["antivirus"], ["classification"], PRODUCT_IDS] as const) {
    const offered = sampleGroups(products).flatMap(({ samples }) => samples.map(({ id }) => id));
    expect(offered.toSorted()).toEqual(
      [...samplesFor(products).map(({ id }) => id), "system/healthAlarm"].toSorted(),
    );
  }
});
