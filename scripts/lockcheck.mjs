// Names the packages that a lock entry depends on and the lock does not hold: `npm ci` of npm 11 and 12 then fails,
// while `npm install` on the machine that wrote the lock does not notice.
import { readFileSync } from "node:fs";

const packages = JSON.parse(readFileSync(process.argv[2] ?? "package-lock.json", "utf8")).packages;

/** Looks where Node would: beside the package, then in each folder above it. */
function isHeld(from, dependency) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${base ? `${base}/` : ""}node_modules/${dependency}`]) return true;
    if (!base) return false;
  }
}

const missing = Object.entries(packages).flatMap(([name, entry]) =>
  Object.keys({ ...entry.optionalDependencies, ...entry.dependencies })
    .filter((dependency) => !isHeld(name, dependency))
    .map((dependency) => `${name || "(root)"} needs ${dependency}`),
);
if (missing.length === 0) console.log(`lock complete: ${Object.keys(packages).length} entries`);
else console.error(`✗ the lock file misses ${missing.length} packages:\n${missing.join("\n")}`);
process.exit(missing.length ? 1 : 0);
