import type { AwsError } from "./errors.ts";
import type { Reply } from "./http.ts";
import { renderXml, type Xml } from "./xml.ts";

const NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

function xmlReply(status: number, root: string, content: Xml): Reply {
  return {
    status,
    headers: { "content-type": "text/xml" },
    body: `<${root} xmlns="${NAMESPACE}">${renderXml(content)}</${root}>`,
  };
}

/** A successful answer. Operations without output have no `Result` element: pass null. */
export function answer(action: string, requestId: string, result: Xml | null): Reply {
  const metadata: [string, Xml] = ["ResponseMetadata", [["RequestId", requestId]]];
  const content: Xml = result === null ? [metadata] : [[`${action}Result`, result], metadata];
  return xmlReply(200, `${action}Response`, content);
}

export function errorAnswer(error: AwsError, requestId: string): Reply {
  const details: Xml = [
    ["Type", error.fault],
    ["Code", error.code],
    ["Message", error.message],
  ];
  const content: Xml = [
    ["Error", details],
    ["RequestId", requestId],
  ];
  return xmlReply(error.status, "ErrorResponse", content);
}
