// lets plain Node load the mails, which are JSX; whoever wants them imports this first
import { readFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
// it comes with drizzle-kit, and is nothing that we install ourselves
const { transformSync } = createRequire(require.resolve("drizzle-kit"))("esbuild");

registerHooks({
  load(url, context, next) {
    if (!url.endsWith(".tsx")) return next(url, context);
    const text = readFileSync(fileURLToPath(url), "utf8");
    const { code } = transformSync(text, { loader: "tsx", jsx: "automatic", format: "esm" });
    return { format: "module", source: code, shortCircuit: true };
  },
});
