"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { addressSchema, deliverySchema, saveEmailReportsSchema } from "./schema.ts";
import { saveEmailReports } from "./service/save.ts";
import { sendAgain } from "./service/send-again.ts";
import { sendTestReport } from "./service/send-test.ts";
import { liftUnsubscription } from "./service/unsubscribe.ts";

export const saveEmailReportsAction = defineAction({
  name: "email-reports.set",
  permission: "reports:write",
  input: saveEmailReportsSchema,
  run: async ({ actor, input }) => {
    const saved = await saveEmailReports({ actor, input });
    refresh();
    return saved;
  },
});

export const sendTestReportAction = defineAction({
  name: "email-reports.send-test",
  permission: "reports:write",
  input: z.object({}),
  run: ({ actor }) => sendTestReport({ actor }),
});

export const sendAgainAction = defineAction({
  name: "email-reports.send-again",
  permission: "reports:write",
  input: deliverySchema,
  run: async ({ actor, input }) => {
    const asked = await sendAgain({ actor, ...input });
    refresh();
    return asked;
  },
});

export const liftUnsubscriptionAction = defineAction({
  name: "email-reports.resubscribe",
  permission: "reports:write",
  input: addressSchema,
  run: ({ actor, input }) => {
    liftUnsubscription({ actor, ...input });
    refresh();
    return input;
  },
});
