import type { AwsError } from "./errors.ts";
import type { Reply } from "./http.ts";

interface Dialect {
  version: "1.0" | "1.1";
  namespace?: string;
  queryCodes?: ReadonlyMap<string, string>;
}

/** How a request for no service known here is answered. */
const PLAIN: Dialect = { version: "1.0" };

function reply(status: number, { version }: Dialect, value: object): Reply {
  return {
    status,
    headers: { "content-type": `application/x-amz-json-${version}` },
    body: JSON.stringify(value),
  };
}

export function jsonAnswer(dialect: Dialect = PLAIN, output: object): Reply {
  return reply(200, dialect, output);
}

/** https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html#operation-error-serialization */
export function jsonErrorAnswer(dialect: Dialect = PLAIN, { code, status, fault, message }: AwsError): Reply {
  const { namespace, queryCodes } = dialect;
  const __type = namespace === undefined ? code : `${namespace}#${code}`;
  const answer = reply(status, dialect, { __type, message });
  if (!queryCodes) return answer;
  // https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#x-amzn-query-error-header
  const header = `${queryCodes.get(code) ?? code};${fault}`;
  return { ...answer, headers: { ...answer.headers, "x-amzn-query-error": header } };
}
