"use client";

import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { WEEKDAYS } from "@/lib/email-reports/constants";
import type { ReportsForm } from "./reports-form-values.ts";

/** When: a time of day in a time zone, on some days of the week. */
export function ScheduleFields({ form, zones }: { form: ReportsForm; zones: readonly string[] }) {
  return (
    <>
      <div className="flex flex-wrap gap-4">
        <TextField form={form} name="time" type="time" label="Send at" className="w-32" />
        <SelectField
          form={form}
          name="zone"
          label="Time zone"
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          className="w-72 max-w-full"
        />
      </div>
      <CheckboxGroupField
        form={form}
        name="days"
        legend="Days"
        hint="A report is about the day before, from midnight to midnight of the time zone; after days without one, about those, too."
        items={WEEKDAYS}
        columns={4}
      />
    </>
  );
}
