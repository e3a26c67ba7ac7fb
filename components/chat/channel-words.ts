import type { Tone } from "@/components/ui/tone";
import type { ChannelView } from "@/lib/chat/channel-view";
import type { ChatLayout } from "@/lib/chat/constants";

export const LAYOUT_LABELS: Record<ChatLayout, string> = {
  raw: "Raw JSON",
  compact: "Compact line",
  detailed: "Detailed",
};

export const LAYOUT_HINTS: Record<ChatLayout, string> = {
  raw: "The message as it was published",
  compact: "One line: result, object, what was found and done",
  detailed: "Heading, facts and a button to the console",
};

type Standing = Pick<ChannelView, "state" | "trouble" | "failed">;

/** How a channel fares, in a word and with its tone. */
export function channelWords({ state, trouble, failed }: Standing): { label: string; tone: Tone } {
  switch (state) {
    case "paused":
      return { label: "Off", tone: "neutral" };
    case "broken":
      return { label: "Off: refused", tone: "negative" };
    case "on":
      if (trouble) return { label: "Trying again", tone: "warning" };
      return failed > 0 ? { label: "On, some refused", tone: "warning" } : { label: "On", tone: "positive" };
    default:
      return state satisfies never;
  }
}

/** What waits and what could not be delivered; null when nothing does. */
export function backlogWords({ waiting, failed }: Pick<ChannelView, "waiting" | "failed">): string | null {
  const parts = [
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
    ...(failed > 0 ? [`${failed} could not be delivered`] : []),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}

/** A result as one reads it: "200", or that there was no answer. */
export function resultWords({ status, isOk }: NonNullable<ChannelView["last"]>): string {
  if (status === null) return "No answer";
  return isOk ? `Delivered (${status})` : `Refused (${status})`;
}
