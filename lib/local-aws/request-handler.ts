import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerControl } from "./control/control-api.ts";
import { errorOf, type Faults } from "./control/faults.ts";
import type { Courier } from "./fan-out/courier.ts";
import { answerJson, type JsonRequest } from "./json-api.ts";
import type { LocalAws } from "./local-aws.ts";
import { identityPage } from "./pages/identity-page.ts";
import { confirmationPage, unsubscribePage } from "./pages/subscription-pages.ts";
import { answerRest, type RestRequest } from "./rest-api.ts";
import { readPath, readTarget } from "./services.ts";
import { answerQuery, type QueryRequest } from "./sns/query-api.ts";
import { errorAnswer } from "./wire/answers.ts";
import { AwsError } from "./wire/errors.ts";
import { isLoopbackHost, isOwnOrigin, type Reply, readBody, send, textReply } from "./wire/http.ts";
import { jsonErrorAnswer } from "./wire/json-answers.ts";
import { parseQuery } from "./wire/query.ts";
import { restErrorAnswer } from "./wire/rest-answers.ts";

interface Parts {
  aws: LocalAws;
  faults: Faults;
  courier: Courier;
  reset(): object;
  log(line: string): void;
}

/** Answers every request this server gets; a request it cannot answer ends with a status, never with silence. */
export function makeRequestHandler(parts: Parts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID();
    // SDKs read the id of a request from here, not from the XML
    response.setHeader("x-amzn-requestid", requestId);
    try {
      const reply = refuse(request) ?? (await answer(parts, request, requestId, endOf(response)));
      if (reply === "drop") request.socket.destroy();
      else send(response, reply);
      parts.courier.wake();
    } catch (error) {
      // a client that went away is no failure
      if (response.destroyed) return;
      parts.log(`${request.method} ${request.url} failed: ${error instanceof Error ? error.stack : error}`);
      if (!response.headersSent) send(response, textReply(500, "Internal error"));
    }
  };
}

/** Keeps web pages of others from reaching this server through the browser of someone who runs it. */
function refuse({ headers, method }: IncomingMessage): Reply | null {
  if (!isLoopbackHost(headers.host)) return textReply(403, "This server answers to loopback names only.");
  if (method !== "GET" && !isOwnOrigin(headers.origin, headers.host))
    return textReply(403, "This server takes no requests from other origins.");
  return null;
}

/** Ends with the connection: what waits for something to answer need wait no longer. */
function endOf(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  return gone.signal;
}

async function answer(
  parts: Parts,
  request: IncomingMessage,
  requestId: string,
  signal: AbortSignal,
): Promise<Reply | "drop"> {
  const body = await readBody(request);
  if (body === null) return tooLarge(requestId);
  const url = parseUrl(request.url);
  const method = request.method ?? "";
  if (url.pathname.startsWith("/_local/")) {
    const path = url.pathname;
    return answerControl(parts, { method, path, search: url.searchParams, body });
  }
  const { authorization, "x-amz-target": target } = request.headers;
  // clients of queues may post to the queue's own path
  if (method === "POST" && typeof target === "string")
    return answerTarget(parts, { target: readTarget(target), body, authorization, signal });
  const rest = readPath(method, url.pathname);
  if (rest) return answerPath(parts, { target: rest, query: url.searchParams, body, authorization });
  if (url.pathname === "/" && (method === "GET" || method === "POST"))
    return answerApi(parts, { requestId, parameters: parseQuery(url.search, body), authorization });
  if (method === "GET") return answerPage(parts.aws, url);
  return textReply(405, "Method not allowed");
}

function answerApi({ aws, faults, log }: Parts, request: QueryRequest): Promise<Reply | "drop"> {
  return underFaults(faults, request.parameters.text("Action") ?? "", {
    refuse: (error) => errorAnswer(error, request.requestId),
    work: () => answerQuery(aws, request, log),
  });
}

function answerTarget({ aws, faults, log }: Parts, request: JsonRequest): Promise<Reply | "drop"> {
  return underFaults(faults, request.target.operation, {
    refuse: (error) => jsonErrorAnswer(request.target.service, error),
    work: () => answerJson(aws, request, log),
  });
}

function answerPath({ aws, faults, log }: Parts, request: RestRequest): Promise<Reply | "drop"> {
  return underFaults(faults, request.target.route?.operation ?? "", {
    refuse: restErrorAnswer,
    work: () => answerRest(aws, request, log),
  });
}

interface Answering {
  /** An error in the words of the service's protocol. */
  refuse(error: AwsError): Reply;
  work(): Reply | Promise<Reply>;
}

async function underFaults(faults: Faults, operation: string, { refuse, work }: Answering) {
  const fault = faults.take(operation);
  switch (fault?.kind) {
    case undefined:
      return work();
    case "error":
      return refuse(errorOf(fault));
    case "drop":
      return "drop";
    case "drop-answer":
      await work();
      return "drop";
    default:
      throw new TypeError(`Unknown fault ${fault satisfies never}`);
  }
}

function tooLarge(requestId: string): Reply {
  const reply = errorAnswer(new AwsError("RequestEntityTooLarge", 413, "Request body too large"), requestId);
  return { ...reply, headers: { ...reply.headers, connection: "close" } };
}

function answerPage(aws: LocalAws, url: URL): Reply {
  switch (url.pathname) {
    case "/confirmation.html":
      return confirmationPage(aws, parseQuery(url.search));
    case "/unsubscribe.html":
      return unsubscribePage(aws, parseQuery(url.search));
    case "/verify-identity.html":
      return identityPage(aws, parseQuery(url.search));
    case aws.signer.certificatePath:
      return {
        status: 200,
        headers: { "content-type": "application/x-pem-file" },
        body: aws.signer.certificatePem,
      };
    default:
      return textReply(404, "Not found");
  }
}

/** A request target is a path, but anything may be sent as one. */
function parseUrl(target: string | undefined): URL {
  const text = `http://localhost${target?.startsWith("/") ? target : "/_unknown"}`;
  return URL.canParse(text) ? new URL(text) : new URL("http://localhost/_unknown");
}
