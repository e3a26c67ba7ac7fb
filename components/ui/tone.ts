/** How good or bad something is. The only thing that earns a colour of its own. */
export type Tone = "positive" | "info" | "caution" | "warning" | "negative" | "neutral";

export const toneText: Record<Tone, string> = {
  positive: "text-positive",
  info: "text-accent",
  caution: "text-caution",
  warning: "text-warning",
  negative: "text-negative",
  neutral: "text-neutral",
};

export const toneSoft: Record<Tone, string> = {
  positive: "bg-positive-soft text-positive",
  info: "bg-accent-soft text-accent",
  caution: "bg-caution-soft text-caution",
  warning: "bg-warning-soft text-warning",
  negative: "bg-negative-soft text-negative",
  neutral: "bg-neutral-soft text-neutral",
};
