import type { Tone } from "@/components/ui/tone";
import type { Answer } from "@/lib/recipients/constants";

/** A row's answer in a word, with what it means. */
export const ANSWER_WORDS: Record<Answer, { label: string; tone: Tone; meaning: string }> = {
  receives: { label: "Yes", tone: "positive", meaning: "AWS delivers it." },
  unconfirmed: {
    label: "Not yet",
    tone: "warning",
    meaning:
      "The filter admits it, but the subscription is pending: nothing is delivered before it is confirmed.",
  },
  paused: {
    label: "Paused",
    tone: "info",
    meaning: "The filter would admit it, but the subscription is paused.",
  },
  gone: {
    label: "Lost",
    tone: "negative",
    meaning: "The filter admitted it, but the subscription is gone from AWS.",
  },
  unknown: { label: "Not known", tone: "caution", meaning: "The console cannot tell." },
  filtered: { label: "No", tone: "neutral", meaning: "The filter does not admit it." },
};

/** Who gets it, in one sentence: "12 of 312 subscriptions receive this message." */
export function toldSentence(counts: Record<Answer, number>, overall: number): string {
  const n = counts.receives;
  if (overall === 0) return "The topic has no subscriptions: nobody receives this message.";
  if (n === 0) return `Nobody receives this message, of ${subscriptions(overall)}.`;
  if (n === overall)
    return n === 1
      ? "The one subscription receives this message."
      : `All ${n} subscriptions receive this message.`;
  return `${n} of ${subscriptions(overall)} ${n === 1 ? "receives" : "receive"} this message.`;
}

/** Those who would, were something else: "3 more would, but are pending; 1 is paused." Empty when there are none. */
export function almostSentence(counts: Record<Answer, number>): string {
  const parts = [
    counts.unconfirmed > 0 ? `${counts.unconfirmed} ${are(counts.unconfirmed)} pending` : "",
    counts.paused > 0 ? `${counts.paused} ${are(counts.paused)} paused` : "",
    counts.gone > 0 ? `${counts.gone} ${are(counts.gone)} lost` : "",
  ].filter(Boolean);
  const n = counts.unconfirmed + counts.paused + counts.gone;
  if (n === 0) return "";
  const list = new Intl.ListFormat("en-GB", { type: "conjunction" }).format(parts);
  return `${n} ${counts.receives > 0 ? "more " : ""}would by ${n === 1 ? "its" : "their"} filter: ${list}.`;
}

function subscriptions(n: number): string {
  return n === 1 ? "1 subscription" : `${n} subscriptions`;
}

function are(n: number): string {
  return n === 1 ? "is" : "are";
}
