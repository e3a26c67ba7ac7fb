import { expect, test } from "vitest";
import { NOTIFICATION_TYPES } from "@/lib/catalog";
import { whenPublished } from "./when-published.ts";

test.each(NOTIFICATION_TYPES)("says of %s when or for what, as a sentence", (type) => {
  expect(whenPublished(type)).toMatch(/^(When|For) .+\.$/);
});
