// run by pages.ts in a new process: asks about a stored estate, and prints what each question cost in ms
import { eq } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { subscriptions } from "../../db/schema/subscriptions.ts";
import { samplesFor, sampleWith } from "../../lib/catalog/samples/index.ts";
import { coverageView } from "../../lib/recipients/coverage-view.ts";
import { rosterOf } from "../../lib/recipients/roster.ts";
import { simulationQuerySchema } from "../../lib/recipients/schema.ts";
import { toldOf } from "../../lib/recipients/told.ts";
import { coverageOf, receiversIn } from "../../lib/recipients/topic-coverage.ts";
import { consequencesOf, consequencesOfLosing } from "../../lib/subscriptions/consequences.ts";
import { endpointOf, openStored, TOPIC, WIDE_ONE } from "./stored-estate.ts";

const PRODUCTS = ["antivirus"] as const;
const SMALL = '{"notificationType":["scanResult"],"scanResult":["Infected"],"bucket":["customer-data-1"]}';

const [file = ""] = process.argv.slice(2);
openStored(file);
const wide = rowOf(WIDE_ONE);
const plain = rowOf(WIDE_ONE + 1);
const infected = samplesFor(PRODUCTS).find(({ result }) => result === "Infected");
if (!infected) throw new Error("The catalog has no sample to ask about");
const message = sampleWith(infected, { bucket: "customer-data-7" });
const query = { ...simulationQuerySchema.parse({}), size: 100 as const };

const costs: Record<string, number> = {};
measure("who gets this, first of all", simulate);
measure("who gets this, again", simulate);
changeOne(2);
measure("who gets this, after a change", simulate);
measure("coverage, first", cover);
changeOne(3);
measure("coverage, after a change", cover);
measure("deleting one", () => consequencesOfLosing(receiversIn(rosterOf(TOPIC)), plain.id, PRODUCTS));
measure("deleting one with 150 buckets", () =>
  consequencesOfLosing(receiversIn(rosterOf(TOPIC)), wide.id, PRODUCTS),
);
measure("editing one with 150 buckets", () => {
  const proposed = { ...wide, scope: wide.filterPolicyScope, policy: SMALL };
  return consequencesOf(proposed, receiversIn(rosterOf(TOPIC)), PRODUCTS);
});
console.log(JSON.stringify(costs));

function measure(step: string, work: () => unknown): void {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  costs[step] = (user + system) / 1000;
}

function simulate(): unknown {
  return toldOf(rosterOf(TOPIC), message, query);
}

function cover(): unknown {
  const roster = rosterOf(TOPIC);
  return coverageView(coverageOf(roster, PRODUCTS), PRODUCTS, roster.recipients);
}

function rowOf(index: number) {
  const row = getDb()
    .select()
    .from(subscriptions)
    .where(eq(subscriptions.endpoint, endpointOf(index)))
    .get();
  if (!row) throw new Error(`The stored estate has no ${endpointOf(index)}`);
  return row;
}

function changeOne(version: number): void {
  const filterPolicy = JSON.stringify({ bucket: [`changed-${version}`] });
  getDb()
    .update(subscriptions)
    .set({ filterPolicy, version, updatedAt: new Date() })
    .where(eq(subscriptions.id, plain.id))
    .run();
}
