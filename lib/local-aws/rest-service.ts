import type { LocalAws } from "./local-aws.ts";
import type { JsonInput } from "./wire/json-input.ts";

/** A call in AWS's REST-JSON protocol. */
export interface RestCall {
  /** What stands in the path where the route has a label, decoded; "" for a route without one. */
  label: string;
  query: URLSearchParams;
  input: JsonInput;
  /** The region the request was signed for. */
  region: string;
}

/** Carries out a call: returns the answer's members, or refuses by `AwsError`. Its writes are kept together or not at all. */
export type RestOperation = (aws: LocalAws, call: RestCall) => object;

export interface RestRoute {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** From the root; a `{Label}` at the end stands for the rest of the path. */
  path: string;
  operation: string;
  run: RestOperation;
}

/** A service whose operations are methods and paths. https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
export interface RestService {
  /** Every path below it is this service's. */
  prefix: string;
  /** The service in the signature's scope. */
  signingName: string;
  routes: readonly RestRoute[];
}
