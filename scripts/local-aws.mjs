// npm run local-aws -- --port N --data DIR: the embedded AWS alone
import path from "node:path";
import { serve } from "./lib/serve.mjs";
import { ensureDeps, ensureNode, envFor, root } from "./lib/setup.mjs";

ensureDeps();
const node = ensureNode();
serve(node, [path.join(root, "lib/local-aws/main.ts"), ...process.argv.slice(2)], envFor(node));
