import type { Route } from "next";
import { expect, test } from "vitest";
import { dialogHref } from "./dialog-href.ts";

test("keeps what the page shows", () => {
  // an address in the form the page builds
  const closeHref = "/configuration/proactive-notifications?q=ops&page=2" as Route;
  expect(dialogHref(closeHref, "edit", "a b")).toBe(
    "/configuration/proactive-notifications?q=ops&page=2&dialog=edit&id=a+b",
  );
});

test("needs no parameters", () => {
  // as above
  expect(dialogHref("/configuration/proactive-notifications" as Route, "resend", "x")).toBe(
    "/configuration/proactive-notifications?dialog=resend&id=x",
  );
});
