// npm run dev: the development server, on the same data as npm start
import path from "node:path";
import { serve } from "./lib/serve.mjs";
import { ensureDeps, ensureNode, envFor, root } from "./lib/setup.mjs";

process.chdir(root);
ensureDeps();
const node = ensureNode();
const port = process.env.PORT ?? "3000";
serve(
  node,
  [path.join(root, "node_modules/next/dist/bin/next"), "dev", "--port", port],
  envFor(node, { PORT: port, DATA_DIR: path.resolve(root, process.env.DATA_DIR ?? "data") }),
);
