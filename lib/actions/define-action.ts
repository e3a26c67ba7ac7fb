import "server-only";
import type { z } from "zod";
import { type Actor, can } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/constants";
import { currentActor } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { parseInput } from "./parse-input.ts";
import type { ActionResult } from "./result.ts";

/**
 * Makes a server action guarded in this order: who, allowed, well formed; then `run`. The action never throws:
 * an AppError passes its own sentence on, anything else is logged and becomes one neutral sentence.
 */
export function defineAction<S extends z.ZodType, T>(definition: {
  name: string;
  permission: Permission;
  input: S;
  run: (context: { actor: Actor; input: z.output<S> }) => Promise<T> | T;
}): (raw: z.input<S>) => Promise<ActionResult<T>> {
  return (raw) =>
    guarded(definition.name, async () => {
      const actor = await currentActor();
      if (!actor)
        throw new AppError("unauthenticated", "Your session has ended. Sign in again; nothing was changed.");
      if (!can(actor, definition.permission))
        throw new AppError("forbidden", "Your role does not allow this. Ask an administrator.");
      return definition.run({ actor, input: parseInput(definition.input, raw) });
    });
}

/** As `defineAction`, for the few actions that must work before anybody is signed in. */
export function definePublicAction<S extends z.ZodType, T>(definition: {
  name: string;
  input: S;
  run: (context: { input: z.output<S> }) => Promise<T> | T;
}): (raw: z.input<S>) => Promise<ActionResult<T>> {
  return (raw) =>
    guarded(definition.name, async () => definition.run({ input: parseInput(definition.input, raw) }));
}

async function guarded<T>(name: string, work: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: refusal(name, error) };
    logger().error({ action: name, err: error }, "action failed");
    return {
      ok: false,
      error: { code: "internal", message: "Something went wrong here. What you typed is kept: try again." },
    };
  }
}

function refusal(name: string, error: AppError) {
  // the input is never logged: it may hold a secret
  if (error.cause) logger().warn({ action: name, code: error.code, err: error.cause }, error.message);
  return {
    code: error.code,
    message: error.message,
    fieldErrors: error.fieldErrors,
    ...(error.requestId ? { requestId: error.requestId } : {}),
  };
}
