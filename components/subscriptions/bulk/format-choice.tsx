import { EXPORT_FORMATS, EXPORT_LABELS, type ExportFormat } from "@/lib/subscriptions/export/exported";

type FormatChoiceProps = { value: ExportFormat; onChange: (format: ExportFormat) => void };

/** One of the formats; radio buttons that look like one bar. */
export function FormatChoice({ value, onChange }: FormatChoiceProps) {
  return (
    <fieldset>
      <legend className="sr-only">Format</legend>
      <div className="inline-flex max-w-full flex-wrap gap-1 rounded-lg bg-neutral-soft p-1">
        {EXPORT_FORMATS.map((format) => (
          <label
            key={format}
            className="relative inline-flex h-7 items-center rounded-md px-3 font-medium text-muted transition-colors hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="format"
              value={format}
              checked={value === format}
              onChange={() => onChange(format)}
              className="absolute inset-0 appearance-none rounded-md outline-none"
            />
            {EXPORT_LABELS[format]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
