import { expect, test } from "vitest";
import { simulationQuerySchema } from "@/lib/recipients/schema";
import { questionHref, simulateHref, viewHref } from "./simulate-href.ts";

const query = simulationQuerySchema.parse({
  sample: "antivirus/scanResult/Clean",
  bucket: "a&b",
  answer: "receives,filtered",
  protocol: "sqs",
  q: "ops",
  page: "3",
  size: "50",
});

const paramsOf = (href: string) => Object.fromEntries(new URL(href, "http://console").searchParams);

test("a link leads to the view it was made of", () => {
  const { topic, ...params } = paramsOf(simulateHref("topic", query));
  expect(topic).toBe("topic");
  expect(simulationQuerySchema.parse(params)).toEqual(query);
});

test("a link leaves out what is at its default", () => {
  expect(paramsOf(simulateHref("topic", simulationQuerySchema.parse({})))).toEqual({ topic: "topic" });
});

test("another question is asked of everybody, from the first page on", () => {
  expect(paramsOf(questionHref("topic", query, { sample: "system/healthAlarm" }))).toEqual({
    topic: "topic",
    sample: "system/healthAlarm",
    bucket: "a&b",
    q: "ops",
    size: "50",
  });
});

test("another view begins at its first page", () => {
  expect(paramsOf(viewHref("topic", query, { answer: [] }))).not.toHaveProperty("page");
  expect(paramsOf(viewHref("topic", query, { page: 4 }))).toHaveProperty("page", "4");
});
