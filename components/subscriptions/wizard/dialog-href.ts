import type { Route } from "next";

/** The address of a subscription's other dialog on the page that `closeHref` leads to, its filters and page kept. */
export function dialogHref(closeHref: Route, dialog: "edit" | "resend", id: string): Route {
  const [path = "", search = ""] = closeHref.split("?");
  const params = new URLSearchParams(search);
  params.set("dialog", dialog);
  params.set("id", id);
  // the same page with other parameters
  return `${path}?${params}` as Route;
}
