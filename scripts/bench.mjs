// npm run bench: how fast the pure libraries answer, as ratios within one run; needs no installed packages
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureNode, envFor, root } from "./lib/setup.mjs";

const node = ensureNode();
const args = ["--disable-warning=ExperimentalWarning", path.join(root, "scripts/bench/main.ts")];
const { status } = spawnSync(node, args, { cwd: root, stdio: "inherit", env: envFor(node) });
process.exit(status ?? 1);
