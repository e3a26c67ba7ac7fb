/**
 * Where a click leads inside this application, as path, query and fragment. Undefined when it opens something
 * else beside the page, leaves the application (the browser then asks by itself) or stays on the page.
 */
export function internalHref(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || (link.target && link.target !== "_self") || link.hasAttribute("download"))
    return undefined;
  const url = new URL(link.href);
  const isSamePage = url.pathname === location.pathname && url.search === location.search;
  if (url.origin !== location.origin || isSamePage) return undefined;
  return `${url.pathname}${url.search}${url.hash}`;
}
