import type { Route } from "next";
import { expect, test } from "vitest";
import { editHref } from "./edit-href.ts";

test("keeps what the page shows", () => {
  // an address in the form the page builds
  const closeHref = "/configuration/proactive-notifications?q=ops&page=2" as Route;
  expect(editHref(closeHref, "a b")).toBe(
    "/configuration/proactive-notifications?q=ops&page=2&dialog=edit&id=a+b",
  );
});

test("needs no parameters", () => {
  // as above
  expect(editHref("/configuration/proactive-notifications" as Route, "x")).toBe(
    "/configuration/proactive-notifications?dialog=edit&id=x",
  );
});
