import "server-only";
import { type ApiCaller, authenticate } from "@/lib/api-tokens/authenticate";
import type { ApiScope } from "@/lib/api-tokens/constants";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { type Problem, problem, problemOf, problemResponse } from "./problem.ts";
import { readJson } from "./read-json.ts";

type Definition = { name: string; scope: ApiScope } & (
  | { input: "none"; run: (context: { caller: ApiCaller; request: Request }) => Promise<Response> | Response }
  | {
      input: "json";
      run: (context: { caller: ApiCaller; request: Request; json: unknown }) => Promise<Response> | Response;
    }
);

/**
 * Makes a route handler for programs, guarded in this order: who (401), how often (429), allowed (403), and where there
 * is a body its content type (415), size (413) and syntax (400); then `run`. Every refusal is a problem by RFC 9457: an
 * AppError passes its own sentence on, anything else is logged and tells nothing.
 */
export function defineApiRoute(definition: Definition): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const caller = authenticate(request.headers.get("authorization"), definition.scope);
      if (definition.input === "none") return await definition.run({ caller, request });
      const reading = await readJson(request);
      if (!reading.ok) return problemResponse(problem(reading.kind, reading.detail));
      return await definition.run({ caller, request, json: reading.value });
    } catch (error) {
      if (error instanceof AppError) return problemResponse(problemOf(error), error.retryAfterSeconds);
      // neither headers nor body are logged: they hold the token and what is published
      logger().error({ route: definition.name, err: error }, "an API request failed");
      return problemResponse(unexpected());
    }
  };
}

function unexpected(): Problem {
  return problem("internal", "Something went wrong here. Try again; the console's log tells more.");
}
