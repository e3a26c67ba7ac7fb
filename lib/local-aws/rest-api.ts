import { atomically, type LocalAws } from "./local-aws.ts";
import type { RestTarget } from "./services.ts";
import { requireSignedRegion } from "./wire/credentials.ts";
import { AwsError } from "./wire/errors.ts";
import type { Reply } from "./wire/http.ts";
import { parseJsonInput } from "./wire/json-input.ts";
import { restAnswer, restErrorAnswer } from "./wire/rest-answers.ts";

export interface RestRequest {
  target: RestTarget;
  query: URLSearchParams;
  body: string;
  authorization: string | undefined;
}

/** Answers one REST-JSON request: every outcome, a fault of our own included, is JSON of that protocol. */
export function answerRest(
  aws: LocalAws,
  { target, query, body, authorization }: RestRequest,
  log: (line: string) => void,
): Reply {
  try {
    const region = requireSignedRegion(authorization, target.service.signingName);
    const { run, label } = routeOf(target);
    const input = parseJsonInput(body);
    return restAnswer(atomically(aws, () => run(aws, { label, query, input, region })));
  } catch (error) {
    if (error instanceof AwsError) return restErrorAnswer(error);
    log(`${target.route?.operation} failed: ${error instanceof Error ? error.stack : error}`);
    return restErrorAnswer(new AwsError("InternalServiceErrorException", 500, "An internal error occurred"));
  }
}

function routeOf({ route, label }: RestTarget) {
  if (route) return { run: route.run, label };
  throw new AwsError("UnknownOperationException", 404, "There is no such operation here.");
}
