"use client";

import { useWatch } from "react-hook-form";
import { CheckboxField } from "@/components/forms/checkbox-field";
import { SelectField } from "@/components/forms/select-field";
import { WEEKDAYS } from "@/lib/email-reports/constants";
import type { ReportsForm } from "./reports-form-values.ts";

/** Quiet days without a mail, and the one on which silence would be suspicious. */
export function OnlyWhenFoundFields({ form }: { form: ReportsForm }) {
  const isOn = useWatch({ control: form.form.control, name: "onlyWhenFound" });
  return (
    <div className="grid grid-cols-1 gap-3">
      <CheckboxField
        form={form}
        name="onlyWhenFound"
        label="Only when something was found"
        description="Or when not everything was received, so that nobody can say that nothing was found."
      />
      {isOn ? (
        <SelectField
          form={form}
          name="heartbeatDay"
          label="Always on"
          hint="A weekly sign that reports would come."
          options={WEEKDAYS}
          className="w-80 max-w-full pl-6"
        />
      ) : null}
    </div>
  );
}
