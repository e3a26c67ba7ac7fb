import { expect, test } from "vitest";
import { listQuerySchema } from "@/lib/subscriptions/schema";
import { isFiltered, listHref, unfilteredHref } from "./list-href.ts";

const topicId = "t1";
const defaults = listQuerySchema.parse({});
const busy = listQuerySchema.parse({
  q: "a&b=ü/#",
  status: "pending,lost",
  protocol: "email",
  type: "scanResult",
  attention: "never,lost",
  sort: "endpoint",
  dir: "asc",
  page: "3",
  size: "100",
});

const readBack = (href: string) =>
  listQuerySchema.parse(Object.fromEntries(new URL(href, "http://console").searchParams));

test("leaves everything at its default out, but names the topic", () => {
  expect(listHref({ topicId, query: defaults })).toBe("/configuration/proactive-notifications?topic=t1");
});

test("is read back as what it was made of, whatever was searched for", () => {
  expect(readBack(listHref({ topicId, query: busy }))).toEqual(busy);
});

test("begins at the first page when anything but the page changes", () => {
  const place = { topicId, query: busy };
  expect(readBack(listHref(place, { page: 4 })).page).toBe(4);
  expect(readBack(listHref(place, { size: 50 }))).toEqual({ ...busy, size: 50, page: 1 });
  expect(readBack(listHref(place, { status: [] }))).toEqual({ ...busy, status: [], page: 1 });
});

test("names the saved view of all that needs attention by one word", () => {
  const query = listQuerySchema.parse({ attention: "any" });
  expect(query.attention).toHaveLength(5);
  expect(listHref({ topicId, query })).toMatch(/[?&]attention=any$/);
});

test("opens a dialog over the very same rows", () => {
  const href = listHref({ topicId, query: busy }, {}, { dialog: "edit", id: "s 1" });
  const { searchParams } = new URL(href, "http://console");
  expect([searchParams.get("dialog"), searchParams.get("id")]).toEqual(["edit", "s 1"]);
  expect(readBack(href)).toEqual(busy);
});

test("clears search and filters, and keeps order and page size", () => {
  const cleared = readBack(unfilteredHref({ topicId, query: busy }));
  expect(cleared).toEqual({ ...defaults, sort: "endpoint", dir: "asc", size: 100 });
  expect([isFiltered(busy), isFiltered(cleared)]).toEqual([true, false]);
});
