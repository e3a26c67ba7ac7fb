import type { Tone } from "@/components/ui/tone";
import { ARRIVAL_MS } from "@/lib/publish/constants";

export type Watched = "arrived" | "waiting" | "unseen" | "unreachable";

export type ArrivalWords = { tone: Tone; title: string; text: string };

/** What the page says of a sent sample, `waitedMs` after it was sent. */
export function arrivalWords(watched: Watched, waitedMs: number): ArrivalWords {
  switch (watched) {
    case "arrived":
      return {
        tone: "positive",
        title: "It has arrived",
        text: "The topic carried it, and the console has received it.",
      };
    case "waiting":
      return waitedMs < ARRIVAL_MS
        ? { tone: "info", title: "Waiting for it to arrive", text: "This takes a few seconds." }
        : {
            tone: "warning",
            title: "It has not arrived yet",
            text: "SNS has taken it, but the console's feed has not brought it. Look at the feed in Console Settings.",
          };
    case "unseen":
      return {
        tone: "info",
        title: "The console does not receive this topic",
        text: "The sample is on its way to its receivers, but the console cannot see it arrive: the topic's feed is off. An administrator turns it on in Console Settings.",
      };
    case "unreachable":
      return {
        tone: "caution",
        title: "The console does not answer",
        text: "The sample is on its way. Whether it has arrived will show once the console answers again.",
      };
    default:
      return watched satisfies never;
  }
}
