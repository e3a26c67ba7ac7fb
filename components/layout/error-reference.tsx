/** By which a server-side error is found in the log; nothing for one that happened in the browser. */
export function ErrorReference({ error }: { error: unknown }) {
  // Next adds the digest to every error that crosses from the server
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  if (typeof digest !== "string") return null;
  return (
    <p className="mt-2 text-sm text-muted">
      Reference <code className="font-mono">{digest}</code>
    </p>
  );
}
