import type { IncomingMessage, ServerResponse } from "node:http";
import { answerControl } from "./control/control-api.ts";
import { errorOf, type Faults } from "./control/faults.ts";
import type { Courier } from "./fan-out/courier.ts";
import type { LocalAws } from "./local-aws.ts";
import { confirmationPage, unsubscribePage } from "./pages/subscription-pages.ts";
import { answerQuery } from "./sns/query-api.ts";
import { isLoopbackHost, isOwnOrigin, type Reply, readBody, send, textReply } from "./wire/http.ts";
import { parseQuery } from "./wire/query.ts";

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
    try {
      const reply = refuse(request) ?? (await answer(parts, request));
      if (reply === "drop") request.socket.destroy();
      else send(response, reply);
    } catch (error) {
      if (response.destroyed) return;
      parts.log(`${request.method} ${request.url} failed: ${error instanceof Error ? error.stack : error}`);
      send(response, textReply(500, "Internal error"));
    }
    parts.courier.wake();
  };
}

/** Keeps web pages of others from reaching this server through the browser of someone who runs it. */
function refuse({ headers, method }: IncomingMessage): Reply | null {
  if (!isLoopbackHost(headers.host)) return textReply(403, "This server answers to loopback names only.");
  if (method !== "GET" && !isOwnOrigin(headers.origin, headers.host))
    return textReply(403, "This server takes no requests from other origins.");
  return null;
}

async function answer(parts: Parts, request: IncomingMessage): Promise<Reply | "drop"> {
  const body = await readBody(request);
  if (body === null)
    return {
      status: 413,
      headers: { "content-type": "text/plain", connection: "close" },
      body: "Request body too large",
    };
  const url = parseUrl(request.url);
  const method = request.method ?? "";
  if (url.pathname.startsWith("/_local/")) {
    const path = url.pathname;
    return answerControl(parts, { method, path, search: url.searchParams, body });
  }
  if (url.pathname === "/" && (method === "GET" || method === "POST"))
    return answerApi(parts, request, url, body);
  if (method === "GET") return answerPage(parts.aws, url);
  return textReply(405, "Method not allowed");
}

function answerApi(
  { aws, faults, log }: Parts,
  request: IncomingMessage,
  url: URL,
  body: string,
): Reply | "drop" {
  const parameters = parseQuery(url.search, body);
  const fault = faults.take(parameters.text("Action") ?? "");
  if (fault?.kind === "drop") return "drop";
  const injected = fault && errorOf(fault);
  return answerQuery(aws, { parameters, authorization: request.headers.authorization, injected }, log);
}

function answerPage(aws: LocalAws, url: URL): Reply {
  switch (url.pathname) {
    case "/confirmation.html":
      return confirmationPage(aws, parseQuery(url.search));
    case "/unsubscribe.html":
      return unsubscribePage(aws, parseQuery(url.search));
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
