import "server-only";
import { getDb } from "@/db/client";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { groupName, ruleName } from "../recipe-names.ts";

type Request = { actor: Actor; name: string; busName: string; deleteGroup: boolean };

/**
 * Removes a rule of the console with its targets, and its log group where asked. The resource policy stays: it serves
 * the other log groups below /aws/events/ too. Asking again after a failure goes on where it stopped.
 * @throws AppError what AWS refused.
 */
export async function removeRecipe({ actor, name, busName, deleteGroup }: Request, aws = liveAws()) {
  const region = readEnv().awsRegion;
  const rule = await aws.events.findRule(region, busName, ruleName(name));
  if (rule) {
    for (const { id } of await aws.events.listTargets(region, busName, rule.name))
      await aws.events.removeTarget(region, busName, rule.name, id);
    await aws.events.deleteRule(region, busName, rule.name);
  }
  if (deleteGroup) await aws.logs.deleteGroup(region, groupName(name)).catch(goneAlready);
  getDb().transaction((tx) =>
    recordAudit(tx, {
      actor,
      action: "event-bridge.remove-recipe",
      subject: { id: ruleName(name), name: ruleName(name) },
      before: {
        eventBus: busName,
        pattern: rule?.pattern ?? null,
        logGroup: deleteGroup ? groupName(name) : null,
      },
      after: null,
    }),
  );
}

function goneAlready(error: unknown) {
  if (!(error instanceof AppError && error.code === "not_found")) throw error;
}
