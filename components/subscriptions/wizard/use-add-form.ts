"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { type ActionForm, useActionForm } from "@/components/forms/use-action-form";
import { useFlash } from "@/components/ui/flash";
import { createSubscriptionAction } from "@/lib/subscriptions/actions";
import type { SubscriptionDetail, SubscriptionsPage } from "@/lib/subscriptions/loaders";
import { type CreateSubscriptionInput, createSubscriptionSchema } from "@/lib/subscriptions/schema";
import { addedMessage } from "./added-message.ts";
import { initialValues } from "./initial-values.ts";
import { wantedSelection } from "./wanted-selection.ts";

/** The wizard's form for a topic, beginning with what a lost subscription was where one is given, else with what the link chose. */
export function useAddForm(
  topic: SubscriptionsPage["topic"],
  from: SubscriptionDetail | null | undefined,
  onAdded: () => void,
): ActionForm<CreateSubscriptionInput> {
  const flash = useFlash();
  const queryClient = useQueryClient();
  const params = useSearchParams();
  return useActionForm({
    schema: createSubscriptionSchema(topic),
    action: async (input: CreateSubscriptionInput) => {
      const result = await createSubscriptionAction(input);
      // a refused endpoint may have been taken meanwhile: the offers beside it come from this query
      if (!result.ok) void queryClient.invalidateQueries({ queryKey: ["endpoint-use"] });
      return result;
    },
    defaultValues: initialValues(topic.id, from, wantedSelection(topic.products, params)),
    onDone: (added) => {
      flash({ tone: "positive", text: addedMessage(added) });
      onAdded();
    },
  });
}
