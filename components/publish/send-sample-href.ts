import type { Route } from "next";

/** The same page with the dialog "Send a sample" open. */
export function openHref(pathname: string, params: URLSearchParams): Route {
  const next = new URLSearchParams(params);
  next.set("dialog", "send-sample");
  // a query on the page one is on
  return `${pathname}?${next}` as Route;
}

/** The same page without a dialog. */
export function closedHref(pathname: string, params: URLSearchParams): Route {
  const next = new URLSearchParams(params);
  next.delete("dialog");
  // a query on the page one is on
  return (next.size > 0 ? `${pathname}?${next}` : pathname) as Route;
}
