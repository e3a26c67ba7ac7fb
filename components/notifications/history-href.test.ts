import { expect, test } from "vitest";
import { historyQuerySchema } from "@/lib/notifications/schema";
import { historyHref, messageHref, unfilteredHref } from "./history-href.ts";

const query = historyQuerySchema.parse({
  view: "odd",
  q: "a&b",
  type: ["scanResult", ""],
  bucket: "x,y",
  from: "2026-11-20",
  to: "2026-11-21",
  before: "5.1",
  size: "25",
});
const place = { topicId: "topic", query };

/** As Next hands search parameters to a page. */
function queryIn(href: string) {
  const { searchParams } = new URL(href, "http://console");
  const names = [...new Set(searchParams.keys())];
  const params = Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)]));
  const single = Object.fromEntries(names.map((name) => [name, searchParams.get(name) ?? ""]));
  const lists = { product: [], type: [], result: [], bucket: [], account: [] };
  const read = Object.keys(lists).filter((name) => names.includes(name));
  return {
    topic: single.topic,
    query: historyQuerySchema.parse({ ...single, ...Object.fromEntries(read.map((n) => [n, params[n]])) }),
  };
}

test("a message's link carries the list it was found in", () => {
  expect(queryIn(messageHref(place, 7))).toEqual({ topic: "topic", query });
});

test("another filter begins at the newest again", () => {
  expect(queryIn(historyHref(place, { bucket: [] })).query).toEqual({ ...query, bucket: [], before: "" });
});

test("without filters nothing is left but the size", () => {
  expect(queryIn(unfilteredHref(place)).query).toEqual(historyQuerySchema.parse({ size: "25" }));
});
