"use client";

import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { useController } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useFieldErrors } from "@/components/forms/use-field-errors";
import { RequestId } from "@/components/ui/error-state";
import { describeField, Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { eventBusesOptions } from "@/lib/event-bridge/query-options";

type Values = { enabled: boolean; busName: string; version: number };

/** No bus can have this name. */
const OTHER = " other";

/** The buses that AWS lists, to choose from, or one by its name: the console may not be allowed to list them. */
export function BusField({ form, region }: { form: ActionForm<Values>; region: string }) {
  const { field } = useController({ control: form.form.control, name: "busName" });
  const error = useFieldErrors(form, "busName").message;
  const { data, isFetching, isError, refetch } = useQuery(eventBusesOptions());
  const [wantsOther, setWantsOther] = useState(false);
  const listed = data?.ok ? data.value : [];
  // what is saved can be chosen at once, before AWS has answered
  const choices = listed.includes(field.value) || wantsOther ? listed : [field.value, ...listed];
  const isTyped = wantsOther || (data !== undefined && !data.ok);
  const hint = `A bus in ${region}. The default bus is there in every account.`;
  const described = { id: form.fieldId("busName"), hint, error };

  return (
    <div className="grid grid-cols-1 gap-2">
      <Field {...described} label="Event bus" className="max-w-md">
        <div className="flex items-center gap-1">
          <div className="min-w-0 flex-1">
            {isTyped ? (
              <Input
                {...describeField(described)}
                {...field}
                mono
                placeholder="default"
                autoComplete="off"
                spellCheck={false}
              />
            ) : (
              <Select
                {...describeField(described)}
                {...field}
                onChange={(event) => {
                  if (event.target.value !== OTHER) return field.onChange(event);
                  setWantsOther(true);
                  field.onChange("");
                }}
              >
                {choices.map((name) => (
                  <option key={name}>{name}</option>
                ))}
                <option value={OTHER}>Another bus, by its name</option>
              </Select>
            )}
          </div>
          <IconButton
            label={isFetching ? "Asking AWS for its buses" : "Ask AWS for its buses again"}
            onClick={() => {
              setWantsOther(false);
              void refetch();
            }}
          >
            <RefreshCw aria-hidden className={isFetching ? "animate-spin" : undefined} />
          </IconButton>
        </div>
      </Field>
      <div role="status" className="text-sm text-muted empty:hidden">
        {data && !data.ok ? (
          <>
            <p>The buses could not be listed. {data.message} Enter the name instead.</p>
            {data.requestId ? <RequestId id={data.requestId} /> : null}
          </>
        ) : null}
        {isError ? <p>The console did not answer. Ask again, or enter nothing new here.</p> : null}
      </div>
    </div>
  );
}
