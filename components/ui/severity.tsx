import clsx from "clsx";
import {
  CircleAlert,
  CircleCheck,
  CircleMinus,
  type LucideIcon,
  ShieldAlert,
  TriangleAlert,
} from "lucide-react";
import type { ReactNode } from "react";
import { type Tone, toneSoft } from "./tone.ts";

/** From worst to least. `clear` is good news, `system` carries no judgement. */
export type SeverityLevel = "critical" | "high" | "medium" | "clear" | "system";

const looks: Record<SeverityLevel, { tone: Tone; icon: LucideIcon }> = {
  critical: { tone: "negative", icon: ShieldAlert },
  high: { tone: "warning", icon: TriangleAlert },
  medium: { tone: "caution", icon: CircleAlert },
  clear: { tone: "positive", icon: CircleCheck },
  system: { tone: "neutral", icon: CircleMinus },
};

/** A result with its severity as colour and shape; the word is the result's own. */
export function Severity({ level, children }: { level: SeverityLevel; children: ReactNode }) {
  const { tone, icon: Icon } = looks[level];
  return (
    <span
      className={clsx(
        "inline-flex h-6 items-center gap-1 rounded-sm px-1.5 text-sm font-medium whitespace-nowrap",
        toneSoft[tone],
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {children}
    </span>
  );
}
