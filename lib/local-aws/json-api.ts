import type { JsonOperation, JsonService } from "./json-service.ts";
import { atomically, type LocalAws } from "./local-aws.ts";
import type { Target } from "./services.ts";
import { requireSignedRegion } from "./wire/credentials.ts";
import { AwsError } from "./wire/errors.ts";
import type { Reply } from "./wire/http.ts";
import { jsonAnswer, jsonErrorAnswer } from "./wire/json-answers.ts";
import { parseJsonInput } from "./wire/json-input.ts";

export interface JsonRequest {
  target: Target;
  body: string;
  authorization: string | undefined;
  signal: AbortSignal;
}

/** Answers one request of a JSON protocol: every outcome, a fault of our own included, is JSON of that protocol. */
export async function answerJson(
  aws: LocalAws,
  { target, body, authorization, signal }: JsonRequest,
  log: (line: string) => void,
): Promise<Reply> {
  const { service, operation } = target;
  try {
    const run = operationFor(service, operation);
    const region = requireSignedRegion(authorization, service?.signingName ?? "");
    const call = { operation, input: parseJsonInput(body), region, signal };
    return jsonAnswer(service, await atomically(aws, () => run(aws, call)));
  } catch (error) {
    if (error instanceof AwsError) return jsonErrorAnswer(service, error);
    log(`${operation} failed: ${error instanceof Error ? error.stack : error}`);
    return jsonErrorAnswer(service, new AwsError("InternalFailure", 500, "An internal error occurred"));
  }
}

function operationFor(service: JsonService | undefined, name: string): JsonOperation {
  const operation = service?.operations.get(name);
  if (operation) return operation;
  throw new AwsError("UnknownOperationException", 400, `The operation ${name} is not known here.`);
}
