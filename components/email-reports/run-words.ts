import type { Tone } from "@/components/ui/tone";
import type { DeliveryState, RunState } from "@/lib/email-reports/constants";
import type { RunView } from "@/lib/email-reports/run-view";

export const DELIVERY_LOOKS: Record<DeliveryState, { tone: Tone; label: string }> = {
  pending: { tone: "info", label: "Waiting" },
  sending: { tone: "info", label: "Sending" },
  sent: { tone: "positive", label: "Sent" },
  failed: { tone: "negative", label: "Not sent" },
  unknown: { tone: "warning", label: "Unknown" },
};

const RUN_LOOKS: Record<RunState, { tone: Tone; label: string }> = {
  sending: { tone: "info", label: "Sending" },
  sent: { tone: "positive", label: "Sent" },
  failed: { tone: "negative", label: "Not sent" },
  skipped: { tone: "neutral", label: "Not needed" },
  missed: { tone: "warning", label: "Missed" },
};

/** How a run went, the worst of its deliveries first: "1 unknown, 2 sent". */
export function runLook({ state, deliveries }: Pick<RunView, "state" | "deliveries">): {
  tone: Tone;
  label: string;
  detail: string;
} {
  const count = (wanted: DeliveryState) => deliveries.filter((each) => each.state === wanted).length;
  const [failed, unknown] = [count("failed"), count("unknown")];
  const parts = [
    [failed, "not sent"],
    [unknown, "unknown"],
    [count("pending") + count("sending"), "waiting"],
    [count("sent"), "sent"],
  ] as const;
  const detail = parts.flatMap(([n, word]) => (n > 0 ? [`${n} ${word}`] : [])).join(", ");
  if (state === "sent" && failed > 0) return { tone: "warning", label: "Partly sent", detail };
  if (state === "sent" && unknown > 0) return { tone: "warning", label: "Partly unknown", detail };
  return { ...RUN_LOOKS[state], detail };
}

/** "Sat 21 Nov 2026", or "20 Nov to Sun 22 Nov 2026" */
export function daysWords({ firstDay, day }: Pick<RunView, "firstDay" | "day">): string {
  const last = dayWords(day, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  return firstDay === day ? last : `${dayWords(firstDay, { day: "numeric", month: "short" })} to ${last}`;
}

function dayWords(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(",", "");
}
