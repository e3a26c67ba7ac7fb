"use server";
import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { syncWithinReason } from "@/lib/jobs/sync";
import {
  confirmSubscriptionSchema,
  createSubscriptionShape,
  editSubscriptionShape,
  pauseSubscriptionSchema,
  refreshTopicSchema,
  repairSubscriptionSchema,
  subscriptionIdSchema,
} from "./schema.ts";
import { confirmSubscription, resendConfirmation } from "./service/confirm.ts";
import { createSubscription } from "./service/create.ts";
import { editSubscription } from "./service/edit.ts";
import { pauseSubscription, resumeSubscription } from "./service/pause.ts";
import { deleteSubscription, hideSubscription } from "./service/remove.ts";
import { repairSubscription } from "./service/repair.ts";

const permission = "subscriptions:write";

export const createSubscriptionAction = defineAction({
  name: "subscription.create",
  permission,
  input: createSubscriptionShape,
  run: async ({ actor, input }) => {
    const { id, status, endpoint, protocol } = await createSubscription({ actor, input });
    refresh();
    return { id, status, endpoint, protocol };
  },
});

export const editSubscriptionAction = defineAction({
  name: "subscription.edit",
  permission,
  input: editSubscriptionShape,
  run: async ({ actor, input }) => {
    const { id, endpoint } = await editSubscription({ actor, input });
    refresh();
    return { id, endpoint };
  },
});

export const repairSubscriptionAction = defineAction({
  name: "subscription.repair-filter",
  permission,
  input: repairSubscriptionSchema,
  run: async ({ actor, input }) => {
    await repairSubscription({ actor, input });
    refresh();
    return { id: input.id };
  },
});

export const pauseSubscriptionAction = defineAction({
  name: "subscription.pause",
  permission,
  input: pauseSubscriptionSchema,
  run: async ({ actor, input }) => {
    await pauseSubscription({ actor, ...input });
    refresh();
    return { id: input.id };
  },
});

export const resumeSubscriptionAction = defineAction({
  name: "subscription.resume",
  permission,
  input: subscriptionIdSchema,
  run: async ({ actor, input }) => {
    await resumeSubscription({ actor, id: input.id });
    refresh();
    return { id: input.id };
  },
});

export const deleteSubscriptionAction = defineAction({
  name: "subscription.delete",
  permission,
  input: subscriptionIdSchema,
  run: async ({ actor, input }) => {
    await deleteSubscription({ actor, id: input.id });
    refresh();
    return { id: input.id };
  },
});

export const hideSubscriptionAction = defineAction({
  name: "subscription.hide",
  permission,
  input: subscriptionIdSchema,
  run: ({ actor, input }) => {
    hideSubscription({ actor, id: input.id });
    refresh();
    return { id: input.id };
  },
});

export const resendConfirmationAction = defineAction({
  name: "subscription.resend-confirmation",
  permission,
  input: subscriptionIdSchema,
  run: async ({ actor, input }) => {
    await resendConfirmation({ actor, id: input.id });
    refresh();
    return { id: input.id };
  },
});

export const confirmSubscriptionAction = defineAction({
  name: "subscription.confirm",
  permission,
  input: confirmSubscriptionSchema,
  run: async ({ actor, input }) => {
    await confirmSubscription({ actor, ...input });
    refresh();
    return { id: input.id };
  },
});

/** Anybody who may read may ask AWS for the present state: it changes nothing there. */
export const refreshTopicAction = defineAction({
  name: "topic.refresh",
  permission: "console:read",
  input: refreshTopicSchema,
  run: async ({ input }) => {
    const counts = await syncWithinReason(input.topicId);
    refresh();
    return counts;
  },
});
