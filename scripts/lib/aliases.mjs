// lets plain Node load the server's files as the bundler does: "@/lib/x" from the root, and no mark of the server
import { existsSync, statSync } from "node:fs";
import { registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.resolve(import.meta.dirname, "../..");

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "server-only") return next(fileUrl("scripts/testing/empty.ts"), context);
    return next(specifier.startsWith("@/") ? fileUrl(specifier.slice(2)) : specifier, context);
  },
});

function fileUrl(name) {
  const base = path.join(root, name);
  const found = [base, `${base}.ts`, path.join(base, "index.ts")].find(
    (file) => existsSync(file) && statSync(file).isFile(),
  );
  return pathToFileURL(found ?? base).href;
}
