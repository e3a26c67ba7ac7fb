import { benchBudget } from "./budget.ts";
import { benchEqualMatches, benchEstates } from "./matching.ts";

console.log(`Node ${process.versions.node}, ${process.platform}-${process.arch}\n`);
benchEstates([10, 100, 1_000, 10_000, 100_000]);
const outcomes = [benchEqualMatches(10, 100_000), benchBudget()];
if (outcomes.some((isWithinTarget) => !isWithinTarget)) process.exitCode = 1;
