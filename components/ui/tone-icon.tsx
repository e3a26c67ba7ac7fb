import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleX,
  Info,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import type { Tone } from "./tone.ts";

const icons: Record<Tone, LucideIcon> = {
  positive: CircleCheck,
  info: Info,
  caution: CircleAlert,
  warning: TriangleAlert,
  negative: CircleX,
  neutral: CircleDashed,
};

/** The shape that stands for a tone, so that no meaning hangs on colour alone. */
export function ToneIcon({ tone, className }: { tone: Tone; className?: string }) {
  const Icon = icons[tone];
  return <Icon aria-hidden className={className} />;
}
