import { type FilterableMessage, matchFilterPolicy } from "../../lib/filter-policy/index.ts";
import {
  createFilterPolicyIndex,
  type FilterPolicyIndex,
  type FilterPolicyIndexEntry,
} from "../../lib/filter-policy/policy-index.ts";
import { entryOf, estateOf, messagesFor, type Random, randomNumbers } from "./estate.ts";
import { estateWithOperators } from "./operators.ts";
import { compareInTurns } from "./rounds.ts";
import { figure, printTable } from "./table.ts";

const SEED = 20_261_123;
const MESSAGES = 2_000;
/** Messages on which both ways must give the same answer before anything is measured. */
const COMPARED = 20;
/** What a message may cost more among many policies than among few, with equally many matches. */
const MAX_GROWTH = 10;

type Ways = { entries: readonly FilterPolicyIndexEntry[]; index: FilterPolicyIndex; buildMs: number };

/** What is measured: the policies, how many messages a second it takes, and in how many ms it may be built. */
type Estate = { name: string; size: number; minRate?: number; maxBuildMs?: number; make: typeof estateOf };

const ESTATES: readonly Estate[] = [
  { name: "wizard", size: 10, make: estateOf },
  { name: "wizard", size: 100, make: estateOf },
  { name: "wizard", size: 1_000, minRate: 500_000, make: estateOf },
  { name: "wizard", size: 10_000, make: estateOf },
  { name: "all operators", size: 10_000, minRate: 150_000, make: estateWithOperators },
  { name: "wizard", size: 100_000, minRate: 200_000, maxBuildMs: 1_500, make: estateOf },
];

/** Messages per second through the index and one by one; true when all are within their targets. */
export function benchEstates(): boolean {
  const measured = ESTATES.map((estate) => ({ estate, ...measure(estate) }));
  printTable(
    "Which subscriptions receive a message, per second of processor time",
    measured.map(({ estate, matches, rates, buildMs }) => ({
      policies: `${estate.name} ${figure(estate.size)}`,
      "matches/message": figure(matches),
      "index, messages/s": figure(rates.one),
      target: estate.minRate ? figure(estate.minRate) : "",
      "one by one, messages/s": figure(rates.other),
      ratio: `${figure(rates.ratio)}x`,
      "build, ms": figure(buildMs),
      "build target": estate.maxBuildMs ? figure(estate.maxBuildMs) : "",
    })),
  );
  return measured.every(
    ({ estate, rates, buildMs }) =>
      rates.one >= (estate.minRate ?? 0) && buildMs <= (estate.maxBuildMs ?? Number.POSITIVE_INFINITY),
  );
}

function measure({ size, make }: Estate) {
  const random = randomNumbers(SEED);
  const ways = build(make(size, random));
  const messages = messagesFor(size, MESSAGES, random);
  const matches = sum(messages.map((message) => ways.index.match(message).length)) / MESSAGES;
  insistOnEqualAnswers(ways, messages);
  const rates = compareInTurns(
    (run) => void ways.index.match(at(messages, run)),
    (run) => void oneByOne(ways.entries, at(messages, run)),
  );
  return { matches, rates, buildMs: ways.buildMs };
}

/** What a message costs among many policies, against few, when equally many match; true within the target. */
export function benchEqualMatches(few: number, many: number): boolean {
  const random = randomNumbers(SEED);
  const small = equalMatches(few, random);
  const large = equalMatches(many, random);
  const matches = [small, large].map(({ ways, messages }) => ways.index.match(at(messages, 0)).length);
  if (new Set(matches).size > 1) throw new Error(`The estates differ in matches: ${matches}`);
  const rates = compareInTurns(
    (run) => void small.ways.index.match(at(small.messages, run)),
    (run) => void large.ways.index.match(at(large.messages, run)),
  );
  const rows = [
    { policies: figure(few), "ns/message": figure(1e9 / rates.one), growth: "" },
    { policies: figure(many), "ns/message": figure(1e9 / rates.other), growth: `${figure(rates.ratio)}x` },
  ];
  printTable(`The same with ${matches[0]} matches each (target: growth of at most ${MAX_GROWTH}x)`, rows);
  return rates.ratio <= MAX_GROWTH;
}

/** Half of ten policies admit every scan result; every other one admits one bucket of its own. */
function equalMatches(size: number, random: Random): { ways: Ways; messages: FilterableMessage[] } {
  const broad = 5;
  const bucketOf = (id: number) => `customer-data-${id}`;
  const entries = Array.from({ length: size }, (_, id) =>
    entryOf(id, { types: ["scanResult"], ...(id >= broad && { buckets: [bucketOf(id)] }) }),
  );
  const messages = messagesFor(size, MESSAGES * 5, random)
    .filter(({ attributes }) => attributes.notificationType?.value === "scanResult")
    .map((message) => {
      const bucket = { type: "String", value: bucketOf(broad + Math.floor(random() * (size - broad))) };
      return { ...message, attributes: { ...message.attributes, bucket } };
    });
  const ways = build(entries);
  insistOnEqualAnswers(ways, messages);
  return { ways, messages };
}

function build(entries: readonly FilterPolicyIndexEntry[]): Ways {
  const start = process.cpuUsage();
  const index = createFilterPolicyIndex(entries);
  return { entries, index, buildMs: process.cpuUsage(start).user / 1000 };
}

function oneByOne(entries: readonly FilterPolicyIndexEntry[], message: FilterableMessage): string[] {
  return entries
    .filter(({ policy }) => policy === null || matchFilterPolicy(policy, message))
    .map(({ id }) => id);
}

function insistOnEqualAnswers({ entries, index }: Ways, messages: readonly FilterableMessage[]): void {
  for (const message of messages.slice(0, COMPARED))
    if (index.match(message).join() !== oneByOne(entries, message).join())
      throw new Error(`The index answers otherwise than one by one: ${JSON.stringify(message.attributes)}`);
}

function at(messages: readonly FilterableMessage[], run: number): FilterableMessage {
  const message = messages[run % messages.length];
  if (message === undefined) throw new Error("There is no message to send");
  return message;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
