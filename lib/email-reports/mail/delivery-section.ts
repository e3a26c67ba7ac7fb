import type { ForwardDelivery, ReportFigures, TopicDelivery } from "../figures.ts";
import { timeText } from "./dates.ts";
import type { Note, NotesSection } from "./view.ts";
import { counted } from "./words.ts";

/** The state of delivery itself, the worst first within each topic. */
export function deliverySection(
  { topics, forwards, madeAt, window }: ReportFigures,
  consoleUrl: string,
): NotesSection {
  return {
    kind: "notes",
    title: `Delivery of notifications, as of ${timeText(madeAt, window.zone)}`,
    notes: [...topics.flatMap((topic) => topicNotes(topic, topics.length > 1)), ...forwards.map(forwardNote)],
    link: { text: "Open the subscriptions", href: `${consoleUrl}/configuration/proactive-notifications` },
  };
}

const is = (count: number, noun: string) => `${counted(count, noun)} ${count === 1 ? "is" : "are"}`;
const has = (count: number, noun: string) => `${counted(count, noun)} ${count === 1 ? "has" : "have"}`;

function topicNotes(topic: TopicDelivery, isOneOfSeveral: boolean): Note[] {
  const { confirmed, pending, overdue, lost, neverMatching, blindSpots } = topic;
  const notes: Note[] = [];
  const add = (tone: Note["tone"], words: string) =>
    notes.push({ tone, words: isOneOfSeveral ? [{ foreign: topic.name }, `: ${words}`] : words });
  if (blindSpots) add("high", `Nobody is told of: ${blindSpots}.`);
  if (lost > 0) add("high", `${is(lost, "subscription")} gone, though nobody removed it here.`);
  if (neverMatching > 0) add("high", `${has(neverMatching, "subscription")} a filter that can never match.`);
  if (overdue > 0) add("medium", `${is(overdue, "subscription")} unconfirmed for more than a day.`);
  if (notes.length === 0)
    add("clear", "No subscription is lost, overdue or unable to match, and nothing goes untold.");
  const fresh = Math.max(0, pending - overdue);
  if (fresh > 0) add("plain", `${is(fresh, "subscription")} waiting for confirmation.`);
  add(
    "plain",
    confirmed === 0 ? "No subscription is confirmed." : `${is(confirmed, "subscription")} confirmed.`,
  );
  return notes;
}

function forwardNote({ name, waiting, failed, reason }: ForwardDelivery): Note {
  if (failed > 0)
    return { tone: "high", words: `${name}: ${counted(failed, "notification")} could not be forwarded.` };
  if (reason !== null)
    return {
      tone: "high",
      words: [`${name}: ${is(waiting, "notification")} held up. `, { foreign: reason }],
    };
  return { tone: "plain", words: `${name}: ${is(waiting, "notification")} waiting to be forwarded.` };
}

/** Why the figures may be too low; nothing when everything was received. */
export function receivingNotes(topics: readonly TopicDelivery[], zone: string): Note[] {
  return topics.flatMap((topic) => {
    const reason = whyTooLow(topic, zone);
    return reason ? [{ tone: "high", words: [{ foreign: topic.name }, `: ${reason}`] } as const] : [];
  });
}

function whyTooLow({ feed, receivingSince, deadLetters }: TopicDelivery, zone: string): string | null {
  switch (feed) {
    case "off":
      return "the console does not receive what this topic carries. Turn its feed on under Console Settings.";
    case "lost":
      return "the console's own subscription is gone, so that nothing arrives. Turn its feed on again under Console Settings.";
    case "failing":
      return "the console cannot receive at present, so that figures may be too low.";
    case "on":
      break;
    default:
      return feed satisfies never;
  }
  if (receivingSince)
    return `the console receives what this topic carries only since ${timeText(receivingSince, zone)}.`;
  return deadLetters > 0
    ? `${counted(deadLetters, "message")} could not be taken in and is not counted.`
    : null;
}
