"use client";

import { useId } from "react";
import { PolicyEditor } from "@/components/filter-policy/policy-editor";
import { SelectionFields } from "@/components/filter-policy/selection-fields";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";
import type { EditSubscriptionInput } from "@/lib/subscriptions/schema";
import { type EditedFilterState, filterNames } from "./use-edited-filter.ts";

type FilterSectionProps = {
  form: ActionForm<EditSubscriptionInput>;
  base: SubscriptionDetail;
  edited: EditedFilterState;
  known: { buckets: string[]; accounts: string[] };
};

/** The filter: by the wizard's fields, or as JSON where it is more than they can hold. */
export function FilterSection({ form, base, edited, known }: FilterSectionProps) {
  const id = useId();
  const isJson = edited.kind === "policy";
  const { backToForm } = edited;
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-4">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h3 id={id} className="text-base font-semibold">
          Filter
        </h3>
        {isJson ? (
          <Button
            size="sm"
            disabled={!backToForm.ok}
            aria-describedby={backToForm.ok ? undefined : `${id}-why`}
            onClick={() => backToForm.ok && backToForm.go()}
          >
            Edit in the form
          </Button>
        ) : (
          <Button size="sm" onClick={edited.editAsJson}>
            Edit as JSON
          </Button>
        )}
      </header>
      {isJson ? (
        <>
          {backToForm.ok ? null : (
            <p id={`${id}-why`} className="text-sm text-muted">
              {backToForm.reason}
            </p>
          )}
          <PolicyEditor form={form} names={{ scope: "filter.scope", text: "filter.text" }} />
        </>
      ) : (
        <>
          {base.filter.kind === "all" ? (
            <Notice tone="info" title="It has no filter: every message is delivered">
              {edited.kind === "keep"
                ? "Choose notification types to narrow it. While none is chosen, it stays without a filter."
                : "Saving narrows it to what is chosen here."}
            </Notice>
          ) : null}
          <SelectionFields
            form={form}
            names={filterNames}
            products={base.topic.products}
            known={known}
            onTypesChange={edited.onTypesChange}
          />
        </>
      )}
    </section>
  );
}
