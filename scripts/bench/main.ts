import { benchBudget } from "./budget.ts";
import { benchEqualMatches, benchEstates } from "./matching.ts";

console.log(`Node ${process.versions.node}, ${process.platform}-${process.arch}\n`);
const outcomes = await bench(process.argv[2], Number(process.argv[3] ?? 0));
if (outcomes.some((isWithinTarget) => !isWithinTarget)) process.exitCode = 1;

/** All but the first need the installed packages: they ask a database. */
async function bench(what: string | undefined, rows: number): Promise<boolean[]> {
  if (what === "notifications") {
    const { benchHistory, benchIntake } = await import("./history.ts");
    return [rows > 0 ? benchHistory(rows) : benchIntake()];
  }
  if (what === "report") {
    const { benchReport } = await import("./report.ts");
    return [await benchReport(rows > 0 ? rows : 1_000_000)];
  }
  if (what === "queue") {
    const { benchQueue } = await import("./queue.ts");
    return [await benchQueue(5_000)];
  }
  if (what !== "simulate") return [benchEstates(), benchEqualMatches(10, 100_000), benchBudget()];
  const { benchPages } = await import("./pages.ts");
  return [benchPages()];
}
