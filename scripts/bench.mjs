// npm run bench: how fast the pure libraries answer, as ratios within one run; needs no installed packages
// npm run bench -- simulate: how fast questions about ten thousand stored subscriptions are answered
// npm run bench -- queue: how many notifications a second come from the feed's queue into the database
// npm run bench -- notifications: how many notifications a second are stored, by batch
// npm run bench -- notifications 10000000: questions to so many stored ones; takes minutes, and a gigabyte a million
// npm run bench -- report 10000000: a report about so many results of its last 7 days; a million unless said
import { spawnSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureNode, envFor, root } from "./lib/setup.mjs";

const node = ensureNode();
const aliases = pathToFileURL(path.join(root, "scripts/lib/aliases.mjs")).href;
const main = path.join(root, "scripts/bench/main.ts");
const args = ["--disable-warning=ExperimentalWarning", "--import", aliases, main, ...process.argv.slice(2)];
const { status } = spawnSync(node, args, { cwd: root, stdio: "inherit", env: envFor(node) });
process.exit(status ?? 1);
