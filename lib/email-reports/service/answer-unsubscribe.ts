import "server-only";
import { readText } from "@/lib/actions/read-text";
import { AppError } from "@/lib/errors";
import { resubscribe, unsubscribe } from "./unsubscribe.ts";
import { addressOfToken } from "./unsubscribe-link.ts";

const MAX_BYTES = 4_096;

/**
 * Acts on a POST to the link of a mail. A mail program posts `List-Unsubscribe=One-Click`, without cookies, and
 * follows no redirect (RFC 8058, 3.2); the page posts what its button says and is led back to it.
 * @throws AppError("not_found") for a link of nobody's.
 */
export async function answerUnsubscribe(request: Request): Promise<Response> {
  const address = addressOfToken(tokenOf(request));
  const choice = await choiceOf(request);
  if (choice !== null) {
    if (address !== null && choice === "resubscribe") resubscribe(address);
    if (address !== null && choice === "unsubscribe") unsubscribe(address, "page");
    return leadToChoice(request);
  }
  if (address === null)
    throw new AppError("not_found", "This link is not whole, or was not made by this console.");
  unsubscribe(address, "one-click");
  return new Response("Unsubscribed from the email reports.\n", {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

/** To the page where the recipient chooses. */
export function leadToChoice(request: Request): Response {
  const location = `/unsubscribe/choice?${new URLSearchParams({ token: tokenOf(request) })}`;
  return new Response(null, { status: 303, headers: { location, "referrer-policy": "no-referrer" } });
}

function tokenOf(request: Request): string {
  return new URL(request.url).searchParams.get("token") ?? "";
}

/** What a button of the page says; null for whoever else posts. */
async function choiceOf(request: Request): Promise<"unsubscribe" | "resubscribe" | null> {
  const choice = new URLSearchParams((await readText(request, MAX_BYTES)) ?? "").get("choice");
  return choice === "unsubscribe" || choice === "resubscribe" ? choice : null;
}
