/** An error as AWS answers it: a code and HTTP status on the wire, and a message clients may compare. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.name = "AwsError";
    this.code = code;
    this.status = status;
  }

  get fault(): "Sender" | "Receiver" {
    return this.status < 500 ? "Sender" : "Receiver";
  }
}

/** `InvalidParameter` with the prefix SNS puts before nearly every such message. */
export function invalidParameter(detail: string): AwsError {
  return new AwsError("InvalidParameter", 400, `Invalid parameter: ${detail}`);
}

/** `InvalidParameter` for the few messages that carry no prefix. */
export function invalidInput(message: string): AwsError {
  return new AwsError("InvalidParameter", 400, message);
}

export function missingParameter(name: string): AwsError {
  return invalidParameter(`${name} Reason: no value for required parameter`);
}

export function notFound(what: "Topic" | "Subscription"): AwsError {
  return new AwsError("NotFound", 404, `${what} does not exist`);
}

export function notAuthorized(principal: string, action: string, resource: string): AwsError {
  const message = `User: ${principal} is not authorized to perform: SNS:${action} on resource: ${resource}`;
  return new AwsError("AuthorizationError", 403, message);
}

/** `ParameterValueInvalid`: what SNS answers for message attributes. */
export function invalidValue(message: string): AwsError {
  return new AwsError("ParameterValueInvalid", 400, message);
}
