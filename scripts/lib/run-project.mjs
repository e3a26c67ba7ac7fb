// node --import ./scripts/lib/run-project.mjs FILE.ts: lets plain Node run the project's own modules by stripping types
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./setup.mjs";

const EMPTY = "data:text/javascript,";

registerHooks({
  resolve(specifier, context, next) {
    // there is no client to keep server files from
    if (specifier === "server-only") return { url: EMPTY, shortCircuit: true };
    if (!specifier.startsWith("@/")) return next(specifier, context);
    const base = path.join(root, specifier.slice(2));
    const file = [base, `${base}.ts`, path.join(base, "index.ts")].find(
      (candidate) => candidate.endsWith(".ts") && existsSync(candidate),
    );
    return file ? { url: pathToFileURL(file).href, shortCircuit: true } : next(specifier, context);
  },
});
