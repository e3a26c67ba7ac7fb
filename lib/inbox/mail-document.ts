export type ColorScheme = "light" | "dark" | "light dark";

/** Looks like our own pages. */
const STYLE = `
body {
  margin: 0; padding: 20px; overflow-wrap: anywhere;
  font: 15px/1.55 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  color: light-dark(#171c24, #e4e8ee); background: light-dark(#ffffff, #161a21);
}
p { margin: 0 0 1em; max-width: 70ch }
a { color: light-dark(#2b50c8, #94adff) }
img { max-width: 100% }
`;

/** Nothing loads and nothing runs; they stand before anything of the mail, so that it cannot change them. */
const RULES = [
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">",
  '<meta name="referrer" content="no-referrer"><base target="_blank">',
].join("\n");

/**
 * A mail's markup as a document of its own, for a frame without rights. It loads nothing from anywhere, runs
 * nothing, tells nobody where it was read, and its links open in a new tab. A frame does not see which theme the page
 * around it has, so it is told; "light dark" leaves it to the system. A mail that is a whole document keeps its own
 * head, language and looks.
 */
export function mailDocument(html: string, colorScheme: ColorScheme): string {
  // the head stays open: the parser goes on with the mail's own, and takes the attributes of its html and body
  if (/<html[\s>]/i.test(html)) return `<!doctype html><html><head><meta charset="utf-8">\n${RULES}\n${html}`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mail</title>',
    RULES,
    `<style>:root { color-scheme: ${colorScheme} }${STYLE}</style></head><body>`,
    html,
    "</body></html>",
  ].join("\n");
}
