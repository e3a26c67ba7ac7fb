// npm run fault-test: kills the console again and again while AWS fails, and counts what is lost
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureDeps, ensureNode, envFor, root } from "./lib/setup.mjs";

ensureDeps();
const node = ensureNode();
const { status } = spawnSync(
  node,
  [
    "--disable-warning=ExperimentalWarning",
    "--import",
    path.join(root, "scripts/lib/aliases.mjs"),
    path.join(root, "scripts/fault-test/main.ts"),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: "inherit", env: envFor(node, { NODE_ENV: "production" }) },
);
process.exit(status ?? 1);
