// node lockcheck.mjs package-lock.json : optional/ordinary deps named by a lock entry that the lock does not hold (npm >= 11 `npm ci` then fails with EUSAGE)
import fs from "node:fs";
const P = JSON.parse(fs.readFileSync(process.argv[2] ?? "package-lock.json")).packages;
const miss = [];
for (const [k, v] of Object.entries(P))
  for (const d of Object.keys({ ...v.optionalDependencies, ...v.dependencies })) {
    let base = k,
      ok = false;
    for (;;) {
      if (P[(base ? base + "/" : "") + "node_modules/" + d]) {
        ok = true;
        break;
      }
      if (!base) break;
      const i = base.lastIndexOf("node_modules/");
      base = i > 0 ? base.slice(0, i - 1) : "";
    }
    if (!ok) miss.push(k.replace(/^node_modules\//, "") + " -> " + d);
  }
console.log(
  miss.length
    ? miss.length + " missing\n" + miss.join("\n")
    : "lock complete: " + Object.keys(P).length + " entries",
);
process.exit(miss.length ? 1 : 0);
