const HERE = "http://console.invalid";

/**
 * Where to go after signing in: the wanted path with its query, if it lies within this console and is a page;
 * else `/`. Anything a browser could read as another site is refused, `//host` and `/\host` included.
 */
export function nextPath(wanted: unknown): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || !URL.canParse(wanted, HERE)) return "/";
  const url = new URL(wanted, HERE);
  const isPage = url.pathname !== "/sign-in" && !url.pathname.startsWith("/api/");
  // a path such as `/.//host` resolves to `//host`, which a browser reads as another site
  const isHere = url.origin === HERE && !url.pathname.startsWith("//");
  return isHere && isPage ? `${url.pathname}${url.search}${url.hash}` : "/";
}
