import clsx from "clsx";
import { ToneIcon } from "./tone-icon.tsx";

type MeterProps = {
  /** What is counted, such as "combinations". */
  label: string;
  value: number;
  max: number;
};

type Level = "normal" | "near" | "over";

const nearFrom = 0.8;
const fills: Record<Level, string> = { normal: "fill-fill", near: "fill-warning", over: "fill-negative" };

/** "12 of 150 combinations", with a word and a colour near the limit and beyond it. */
export function Meter({ label, value, max }: MeterProps) {
  const level: Level = value > max ? "over" : value >= max * nearFrom ? "near" : "normal";
  const text = `${value} of ${max} ${label}`;
  return (
    <div>
      <p className="flex flex-wrap items-center justify-between gap-x-3 text-sm">
        <span>{text}</span>
        {level === "normal" ? null : (
          <span
            className={clsx(
              "inline-flex items-center gap-1 font-medium",
              level === "over" ? "text-negative" : "text-warning",
            )}
          >
            <ToneIcon tone={level === "over" ? "negative" : "warning"} className="size-3.5" />
            {level === "over" ? "Over the limit" : "Near the limit"}
          </span>
        )}
      </p>
      <svg
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(value, max)}
        aria-valuetext={text}
        className="mt-1 block h-1.5 w-full overflow-hidden rounded-full bg-neutral-soft"
      >
        <rect
          width={`${Math.min(100, (value / max) * 100)}%`}
          height="100%"
          rx="3"
          className={fills[level]}
        />
      </svg>
    </div>
  );
}
