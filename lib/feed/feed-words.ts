import type { FeedView } from "./loaders.ts";

export type FeedWords = {
  label: string;
  tone: "positive" | "info" | "warning" | "negative" | "neutral";
  /** What it means, and what to do; null while there is nothing to do. */
  explanation: string | null;
};

/** A feed's state in words. AWS's own are shown beside them where it refused. */
export function feedWords({ state, details }: Pick<FeedView, "state" | "details">): FeedWords {
  switch (state) {
    case "off":
      return { label: "Off", tone: "neutral", explanation: "Nothing that this topic carries is received." };
    case "starting":
      if (details?.failure)
        return { label: "Not on yet", tone: "warning", explanation: "The console goes on trying." };
      return {
        label: "Being turned on",
        tone: "info",
        explanation: details?.transport === "https" ? AWAITS_POST : null,
      };
    case "on":
      if (details?.failure)
        return {
          label: "Receiving fails",
          tone: "warning",
          explanation: "What is published waits, and nothing is lost. The console goes on trying.",
        };
      return { label: "On", tone: "positive", explanation: null };
    case "lost":
      return {
        label: "Lost",
        tone: "negative",
        explanation: "It was ended at AWS, so that nothing arrives any more. Repair it to go on.",
      };
    case "draining":
      return {
        label: "Being turned off",
        tone: "info",
        explanation: "What waits in its queue is still taken in.",
      };
    default:
      return state satisfies never;
  }
}

const AWAITS_POST =
  "SNS posts a confirmation to this console, which then answers by itself. If it stays so, SNS cannot reach the address.";

/** Whether somebody has to act, or to know, so that what is published reaches the console. */
export function needsAttention({ state, details }: FeedView): boolean {
  if (state === "lost") return true;
  return details !== null && (details.failure !== null || details.deadLetters > 0);
}
