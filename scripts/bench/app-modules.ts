import { existsSync } from "node:fs";
import { registerHooks } from "node:module";

/**
 * Lets plain Node load the console's own modules as the bundler does: "@/lib/x" from the project's folder, and
 * "server-only" as nothing. Import it first, then the rest by `await import()`.
 */
const root = new URL("../../", import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "server-only") return { url: "data:text/javascript,", shortCircuit: true };
    if (!specifier.startsWith("@/")) return next(specifier, context);
    const base = new URL(specifier.slice(2), root);
    const candidates = [`${base.href}.ts`, `${base.href}/index.ts`, base.href];
    const url = candidates.find((candidate) => existsSync(new URL(candidate)));
    return next(url ?? base.href, context);
  },
});
