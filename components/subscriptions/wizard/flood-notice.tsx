"use client";

import { useSelection } from "@/components/filter-policy/use-selection";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Protocol } from "@/lib/subscriptions/constants";
import type { CreateSubscriptionInput } from "@/lib/subscriptions/schema";
import { floodWarning } from "./flood-warning.ts";

const names = { types: "types", results: "results", buckets: "buckets", accounts: "accounts" } as const;

type FloodNoticeProps = { form: ActionForm<CreateSubscriptionInput>; protocol: Protocol };

/** Warns of a filter that would drown a mailbox, with the way out where there is one. */
export function FloodNotice({ form, protocol }: FloodNoticeProps) {
  const { selection, set } = useSelection(form, names);
  const warning = floodWarning(protocol, selection);
  if (!warning) return <div role="status" />;
  const { message, remedy } = warning;
  return (
    <div role="status">
      <Notice
        tone="warning"
        action={
          remedy ? (
            <Button size="sm" onClick={() => set({ ...selection, results: remedy })}>
              Only problems
            </Button>
          ) : null
        }
      >
        {message}
      </Notice>
    </div>
  );
}
