import type { LocalAws } from "./local-aws.ts";
import type { JsonInput } from "./wire/json-input.ts";

/** A call in one of AWS's JSON protocols. */
export interface JsonCall {
  operation: string;
  input: JsonInput;
  /** The region the request was signed for. */
  region: string;
  /** Ends when the client goes away or the server stops. */
  signal: AbortSignal;
}

/**
 * Carries out a call: returns the answer's fields, `{}` when it has none; refuses by `AwsError`. Its writes are kept
 * together or not at all. One that must wait returns a promise, and looks after every write made once it has waited by
 * `atomically`.
 */
export type JsonOperation = (aws: LocalAws, call: JsonCall) => object | Promise<object>;

/** A service as its clients address it: `X-Amz-Target: <target>.<operation>`. */
export interface JsonService {
  target: string;
  /** https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html, and 1_1 */
  version: "1.0" | "1.1";
  /** The service in the signature's scope. */
  signingName: string;
  /** What stands before the `#` in an error's `__type`; undefined for services that send the bare name. */
  namespace?: string;
  /**
   * Codes of the Query protocol the service spoke before, by the name of the error. A service that has them sends the
   * header `x-amzn-query-error` with every error; one without an entry goes by its own name.
   */
  queryCodes?: ReadonlyMap<string, string>;
  operations: ReadonlyMap<string, JsonOperation>;
}
