import { expect, test } from "vitest";
import { listQuerySchema } from "@/lib/subscriptions/schema";
import { facetLists } from "./facet-lists.ts";

const counts = {
  attention: [{ value: "never" as const, count: 1 }],
  status: [
    { value: "confirmed" as const, count: 7 },
    { value: "pending" as const, count: 2 },
  ],
  protocol: [{ value: "sqs" as const, count: 1 }],
  type: [{ value: "scanResult", count: 3 }],
};

function facets(params: Record<string, string>) {
  const [attention, status, protocol, type] = facetLists(
    { topicId: "t", query: listQuerySchema.parse(params) },
    counts,
  );
  if (!attention || !status || !protocol || !type) throw new Error("a facet is missing");
  return { attention, status, protocol, type };
}

const params = (href: string) => new URL(href, "http://console").searchParams;

test("labels values in the words of the page", () => {
  const { attention, status, protocol, type } = facets({});
  expect(
    [attention, status, protocol, type].flatMap(({ options }) => options.map(({ label }) => label)),
  ).toEqual(["Delivers nothing", "Confirmed", "Pending", "Amazon SQS", "Scan result"]);
});

test("an option adds its value to those chosen, and takes it back when chosen", () => {
  const [confirmed, pending] = facets({ status: "pending", page: "3" }).status.options;
  expect(params(confirmed?.href ?? "").get("status")).toBe("pending,confirmed");
  expect(params(confirmed?.href ?? "").has("page")).toBe(false);
  expect([pending?.isActive, params(pending?.href ?? "").has("status")]).toEqual([true, false]);
});

test("keeps offering a chosen value of which nothing is left", () => {
  const { options, clearHref } = facets({ status: "lost", q: "x" }).status;
  expect(options.at(-1)).toMatchObject({ value: "lost", label: "Lost", count: 0, isActive: true });
  expect([params(clearHref).has("status"), params(clearHref).get("q")]).toEqual([false, "x"]);
});
