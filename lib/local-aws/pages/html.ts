import { escapeHtml } from "../wire/escape-html.ts";
import type { Reply } from "../wire/http.ts";

const STYLE = `
:root { color-scheme: light dark; --text: #16191f; --quiet: #545b64; --page: #f2f3f3; --card: #fff; --line: #d5dbdb;
  --link: #0a5aa8; --good: #1d7a34; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --text: #e9ebed; --quiet: #b6bec9; --page: #0f1b2a; --card: #192534;
  --line: #414d5c; --link: #7db8ff; --good: #6fd08c; --bad: #ff9d93; } }
body { margin: 0; padding: 48px 16px; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 640px; margin: 0 auto; padding: 32px; background: var(--card); border: 1px solid var(--line);
  border-radius: 8px; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.25; }
h1.good { color: var(--good); }
h1.bad { color: var(--bad); }
code { font: 14px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: var(--link); }
footer { margin-top: 24px; padding-top: 16px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 14px; }
`;

interface Page {
  /** Whose page it is. */
  service?: string;
  status: number;
  title: string;
  mood: "good" | "bad";
  /** HTML: escape what comes from outside. */
  content: string;
}

/** A page that needs nothing but itself, readable in light and dark. */
export function htmlPage({
  service = "Amazon Simple Notification Service",
  status,
  title,
  mood,
  content,
}: Page): Reply {
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
    body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1 class="${mood}">${escapeHtml(title)}</h1>
${content}
<footer>${service}, local</footer>
</main>
</body>
</html>
`,
  };
}
