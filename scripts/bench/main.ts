import { benchBudget } from "./budget.ts";
import { benchEqualMatches, benchEstates } from "./matching.ts";

console.log(`Node ${process.versions.node}, ${process.platform}-${process.arch}\n`);
const outcomes = await bench(process.argv[2]);
if (outcomes.some((isWithinTarget) => !isWithinTarget)) process.exitCode = 1;

/** "simulate" and "queue" need the installed packages: they ask a database. */
async function bench(what: string | undefined): Promise<boolean[]> {
  if (what === "queue") {
    const { benchQueue } = await import("./queue.ts");
    return [await benchQueue(5_000)];
  }
  if (what !== "simulate") return [benchEstates(), benchEqualMatches(10, 100_000), benchBudget()];
  const { benchPages } = await import("./pages.ts");
  return [benchPages()];
}
