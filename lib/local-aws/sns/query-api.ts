import type { LocalAws } from "../local-aws.ts";
import { answer, errorAnswer } from "../wire/answers.ts";
import { signedRegion } from "../wire/credentials.ts";
import { AwsError } from "../wire/errors.ts";
import type { Reply } from "../wire/http.ts";
import type { QueryParameters } from "../wire/query.ts";
import { perform } from "./operations.ts";

export interface QueryRequest {
  requestId: string;
  parameters: QueryParameters;
  authorization: string | undefined;
}

/** Answers one request of the Query protocol: every outcome, a fault of our own included, is XML with a request id. */
export function answerQuery(aws: LocalAws, request: QueryRequest, log: (line: string) => void): Reply {
  const { requestId } = request;
  const action = request.parameters.text("Action");
  try {
    if (!action)
      throw new AwsError("MissingAction", 400, "Could not find operation: the Action parameter is missing");
    const region = signedRegion(request.authorization, "sns");
    return answer(action, requestId, perform(aws, { action, parameters: request.parameters, region }));
  } catch (error) {
    if (error instanceof AwsError) return errorAnswer(error, requestId);
    log(`${action} failed: ${error instanceof Error ? error.stack : error}`);
    return errorAnswer(new AwsError("InternalError", 500, "An internal error occurred"), requestId);
  }
}
