import type { FilterableMessage } from "@/lib/filter-policy";
import { answerOf } from "./answer.ts";
import { ANSWERS, type Answer } from "./constants.ts";
import type { Recipient, Roster } from "./read-roster.ts";
import type { SimulationQuery } from "./schema.ts";

type Asked = Pick<SimulationQuery, "q" | "answer" | "protocol" | "page" | "size">;
type FacetCount<Value extends string> = { value: Value; count: number };

/** Who of a topic is told of a message. */
export type Told = {
  /** Of all subscriptions, whatever the search. */
  counts: Record<Answer, number>;
  overall: number;
  /** The page of those that the search and the facets leave, the told ones first, then by endpoint. */
  rows: { recipient: Recipient; answer: Answer }[];
  total: number;
  page: number;
  facets: { answer: FacetCount<Answer>[]; protocol: FacetCount<Recipient["protocol"]>[] };
};

/** Asks every subscription, and answers with one page. A page beyond the last one is answered with the last. */
export function ask(
  { recipients, index }: Pick<Roster, "recipients" | "index">,
  message: FilterableMessage,
  query: Asked,
): Told {
  const { admit, undecided } = index.decide(message);
  const admits = new Map<string, boolean | "undecided">([
    ...admit.map((id) => [id, true] as const),
    ...undecided.map((id) => [id, "undecided"] as const),
  ]);
  const counts = emptyCounts();
  const answerCounts = emptyCounts();
  const protocolCounts = new Map<Recipient["protocol"], number>();
  const found: Record<Answer, Recipient[]> = {
    receives: [],
    unconfirmed: [],
    paused: [],
    gone: [],
    unknown: [],
    filtered: [],
  };
  const text = query.q.toLowerCase();
  for (const recipient of recipients) {
    const answer = answerOf(recipient, admits.get(recipient.id) ?? false);
    counts[answer] += 1;
    if (text !== "" && !recipient.searchText.includes(text)) continue;
    const { protocol } = recipient;
    const isOfProtocol = query.protocol.length === 0 || query.protocol.includes(protocol);
    const isOfAnswer = query.answer.length === 0 || query.answer.includes(answer);
    if (isOfProtocol) answerCounts[answer] += 1;
    if (isOfAnswer) protocolCounts.set(protocol, (protocolCounts.get(protocol) ?? 0) + 1);
    if (isOfProtocol && isOfAnswer) found[answer].push(recipient);
  }
  const total = ANSWERS.reduce((sum, answer) => sum + found[answer].length, 0);
  const page = Math.min(query.page, Math.max(1, Math.ceil(total / query.size)));
  return {
    counts,
    overall: recipients.length,
    rows: ANSWERS.flatMap((answer) => found[answer].map((recipient) => ({ recipient, answer }))).slice(
      (page - 1) * query.size,
      page * query.size,
    ),
    total,
    page,
    facets: {
      answer: ANSWERS.map((value) => ({ value, count: answerCounts[value] })).filter(
        ({ count }) => count > 0,
      ),
      protocol: [...protocolCounts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count),
    },
  };
}

function emptyCounts(): Record<Answer, number> {
  return { receives: 0, unconfirmed: 0, paused: 0, gone: 0, unknown: 0, filtered: 0 };
}
