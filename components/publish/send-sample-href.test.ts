import { expect, test } from "vitest";
import { closedHref, openHref } from "./send-sample-href.ts";

const page = "/monitoring/notifications";

test("opening keeps what the page shows, and closing leaves it as it was", () => {
  const params = new URLSearchParams("topic=t&type=a&type=b");
  const open = openHref(page, params);
  expect(open).toBe(`${page}?topic=t&type=a&type=b&dialog=send-sample`);
  expect(closedHref(page, new URLSearchParams(open.split("?")[1]))).toBe(`${page}?topic=t&type=a&type=b`);
  expect(closedHref(page, new URLSearchParams("dialog=send-sample"))).toBe(page);
});
