"use client";

import clsx from "clsx";
import { useId } from "react";
import type { ProductId, SelectionInput } from "@/lib/catalog";
import { isPreset, presetSelection, presetsFor } from "./presets.ts";

type PresetBarProps = {
  products: readonly ProductId[];
  selection: SelectionInput;
  onChoose: (selection: SelectionInput) => void;
};

/** The usual selections, one press away. Buckets and accounts stay where the preset allows them. */
export function PresetBar({ products, selection, onChoose }: PresetBarProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-sm text-muted">
        Begin with a preset, or choose below
      </h3>
      <ul className="mt-1.5 flex flex-wrap gap-1.5">
        {presetsFor(products).map((preset) => {
          const isOn = isPreset(preset, selection);
          const { buckets, accounts } = selection;
          return (
            <li key={preset.id}>
              <button
                type="button"
                aria-pressed={isOn}
                title={preset.description}
                onClick={() => onChoose({ ...presetSelection(preset), buckets, accounts })}
                className={clsx(
                  "inline-flex min-h-7 items-center rounded-full border px-3 text-sm font-medium transition-colors",
                  isOn
                    ? "border-accent bg-accent-soft text-accent"
                    : "border-control/60 bg-surface text-ink hover:bg-hover",
                )}
              >
                {preset.label}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
