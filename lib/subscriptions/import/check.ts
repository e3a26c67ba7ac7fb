import type { ProductId } from "@/lib/catalog";
import { judge } from "@/lib/coverage";
import { formatFilterPolicy } from "@/lib/filter-policy";
import { RAW_DELIVERY_PROTOCOLS, type VERDICTS } from "../constants.ts";
import { describeFilter, type FilterWords, viewFilter } from "../derive.ts";
import { deadLetterQueueProblem, endpointProblem, roleArnProblem } from "../endpoint.ts";
import type { Exported } from "../export/exported.ts";

export type ImportCheck = {
  /** Why AWS would refuse it or the console will not make it, each with its remedy; empty when it can be made. */
  problems: string[];
  /** The policy as it would be stored; null for none. */
  filterPolicy: string | null;
  words: FilterWords;
  verdict: (typeof VERDICTS)[number];
  /** The verdict in one sentence. */
  sentence: string;
};

type Place = { arn: string; products: readonly ProductId[] };

/** Whether a subscription of a document can be made on a topic, and what its filter would do there. */
export function checkImport(imported: Exported, topic: Place): ImportCheck {
  const view = viewFilter({ ...imported, attributesKnown: imported.filterKnown }, topic.products);
  const words = describeFilter(view, topic.products);
  const problems = deliveryProblems(imported, topic.arn);
  switch (view.kind) {
    case "unknown":
      problems.push(
        "The document does not know its filter. Add the filter and leave out filterKnown; without one it would get every message.",
      );
      return { problems, filterPolicy: null, words, verdict: view.kind, sentence: words.summary };
    case "unreadable":
      problems.push(`Its filter policy is refused: ${view.reason}.`);
      return { problems, filterPolicy: null, words, verdict: view.kind, sentence: words.summary };
    default: {
      const { verdict, sentence } = judge(view.policy, topic.products);
      const filterPolicy =
        view.policy === null || view.policy.entries.length === 0 ? null : formatFilterPolicy(view.policy);
      return { problems, filterPolicy, words, verdict, sentence };
    }
  }
}

function deliveryProblems(imported: Exported, topicArn: string): string[] {
  const { protocol, endpoint, rawDelivery, deadLetterQueueArn, subscriptionRoleArn } = imported;
  const problems = [
    endpointProblem(protocol, endpoint),
    deadLetterQueueArn === null ? null : deadLetterQueueProblem(deadLetterQueueArn, topicArn),
    protocol === "firehose" ? roleArnProblem(subscriptionRoleArn ?? "") : null,
    rawDelivery && !RAW_DELIVERY_PROTOCOLS.includes(protocol)
      ? "SNS delivers raw messages to HTTP, HTTPS, SQS and Firehose only. Set rawDelivery to false."
      : null,
  ];
  return problems.filter((problem) => problem !== null);
}
