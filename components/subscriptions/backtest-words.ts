import { MAILS_PER_SECOND, WINDOW_DAYS } from "@/lib/backtest/constants";
import type { Tried } from "@/lib/backtest/try-filter";
import type { Protocol } from "@/lib/subscriptions/constants";

const number = new Intl.NumberFormat("en-GB");

/** What became of the messages, in one sentence: "37 of the 412 messages received … would have matched." */
export function triedSentence({ tried, matched, boundedTo }: Tried): string {
  if (tried === 0) return `Nothing received in the last ${WINDOW_DAYS} days to try this filter on.`;
  const which =
    boundedTo === null
      ? `${number.format(tried)} ${tried === 1 ? "message" : "messages"} received in the last ${WINDOW_DAYS} days`
      : `newest ${number.format(boundedTo)} messages of the last ${WINDOW_DAYS} days`;
  return `${matched.count === 0 ? "None" : number.format(matched.count)} of the ${which} would have matched.`;
}

/** What was not tried, and how dense the matches came; empty where there is nothing to add. */
export function triedNotes({ cleaned, peak, matched }: Tried): string[] {
  return [
    ...(peak && matched.count > 1 ? [`At most ${number.format(peak.perMinute)} in one minute.`] : []),
    ...(cleaned > 0
      ? [`${number.format(cleaned)} more were received, but cleaned away before they could be tried.`]
      : []),
  ];
}

/** What would stop arriving: undefined where nothing would. */
export function lostSentence({ lost }: Tried): string | undefined {
  if (!lost || lost.count === 0) return undefined;
  return `${number.format(lost.count)} that the present filter let pass would no longer arrive.`;
}

/** Why AWS would have stopped delivering by mail: undefined where it would not. */
export function floodSentence(protocol: Protocol, { peak }: Tried): string | undefined {
  if (protocol !== "email" && protocol !== "email-json") return undefined;
  if (!peak || peak.perSecond <= MAILS_PER_SECOND) return undefined;
  return `At its busiest ${number.format(peak.perSecond)} matched within one second. Above ${MAILS_PER_SECOND} mails a second AWS puts the subscription back to Pending, and nothing is delivered until it is confirmed again. Narrow the filter, or deliver to a queue.`;
}
