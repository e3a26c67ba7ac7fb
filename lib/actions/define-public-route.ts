import "server-only";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { problem, problemOf, problemResponse } from "./problem.ts";

type Definition = {
  /** Names it in the log. */
  name: string;
  /** Why it asks nobody who they are: what protects it instead, or that there is nothing to protect. */
  openBecause: string;
  handle(request: Request): Response | Promise<Response>;
};

/**
 * Makes a route handler that is open to all on purpose. It never throws: an AppError becomes a problem by RFC 9457 with
 * its own sentence, anything else is logged and tells nothing.
 */
export function definePublicRoute({ name, handle }: Definition) {
  return async (request: Request): Promise<Response> => {
    try {
      return await handle(request);
    } catch (error) {
      if (error instanceof AppError) {
        if (error.cause) logger().warn({ route: name, code: error.code, err: error.cause }, error.message);
        return problemResponse(problemOf(error), error.retryAfterSeconds);
      }
      logger().error({ route: name, err: error }, "an open route failed");
      return problemResponse(problem("internal", "Something went wrong here. The console's log tells more."));
    }
  };
}
