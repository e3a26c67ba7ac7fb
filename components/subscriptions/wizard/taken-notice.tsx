"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useWatch } from "react-hook-form";
import { useSelection } from "@/components/filter-policy/use-selection";
import { useSettled } from "@/components/filter-policy/use-settled";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { endpointProblem } from "@/lib/subscriptions/endpoint";
import { endpointUseOptions } from "@/lib/subscriptions/query-options";
import type { CreateSubscriptionInput } from "@/lib/subscriptions/schema";
import { dialogHref } from "./dialog-href.ts";
import { selectionNames } from "./selection-names.ts";
import { spareAddress } from "./spare-address.ts";

type TakenNoticeProps = {
  form: ActionForm<CreateSubscriptionInput>;
  topicId: string;
  closeHref: Route;
};

const settleMs = 300;

/** Says that the endpoint is subscribed already, before anything is sent, and offers the ways out. */
export function TakenNotice({ form, topicId, closeHref }: TakenNoticeProps) {
  const [protocol, typed] = useWatch({ control: form.form.control, name: ["protocol", "endpoint"] });
  const { selection } = useSelection(form, selectionNames);
  const endpoint = useSettled(typed.trim(), settleMs);
  const isWellFormed = endpointProblem(protocol, endpoint) === null;
  const { data: holder } = useQuery({
    ...endpointUseOptions(topicId, protocol, endpoint),
    enabled: isWellFormed && !form.pending,
  });

  const isTaken = isWellFormed && endpoint === typed.trim() && holder;
  if (!isTaken) return <div role="status" className="empty:hidden" />;
  const isMail = protocol === "email" || protocol === "email-json";
  const spare = isMail ? spareAddress(endpoint, selection) : undefined;
  const takeSpare = () => {
    if (!spare) return;
    form.form.setValue("endpoint", spare, { shouldDirty: true, shouldValidate: true });
    form.form.setFocus("endpoint");
  };
  const isGone = holder.status === "deleted";

  return (
    <div role="status">
      <Notice
        tone="warning"
        title={isGone ? "This recipient unsubscribed" : "This endpoint is subscribed already"}
      >
        <p>
          {isGone
            ? "AWS refuses to subscribe it again for up to 72 hours."
            : `${holder.typesText}: ${holder.summary}. SNS takes each endpoint once per topic.`}
        </p>
        <div className="mt-2 mb-1 flex flex-wrap gap-2">
          {isGone ? null : (
            <ButtonLink size="sm" href={dialogHref(closeHref, "edit", holder.id)} scroll={false}>
              Edit that subscription
            </ButtonLink>
          )}
          {spare ? (
            <Button size="sm" onClick={takeSpare} className="max-w-full">
              <span className="truncate">Use {spare}</span>
            </Button>
          ) : null}
        </div>
      </Notice>
    </div>
  );
}
