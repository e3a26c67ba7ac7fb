import type { AwsError } from "./errors.ts";
import type { Reply } from "./http.ts";

export function restAnswer(output: object): Reply {
  return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(output) };
}

/** https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization */
export function restErrorAnswer({ code, status, message }: AwsError): Reply {
  return {
    status,
    headers: { "content-type": "application/json", "x-amzn-errortype": code },
    body: JSON.stringify({ message }),
  };
}
