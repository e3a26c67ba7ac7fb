import { definePublicRoute } from "@/lib/actions/define-public-route";
import { problem, problemResponse } from "@/lib/actions/problem";
import { readText } from "@/lib/actions/read-text";
import { acceptPost } from "@/lib/feed/service/accept-post";

/** SNS takes 256 KB in a message, and its envelope escapes what stands in it. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * Where SNS posts what a topic carries, while its feed comes by HTTPS. SNS reads a 4xx as a refusal for good, and posts
 * again after a 5xx.
 */
export const POST = definePublicRoute({
  name: "feed.sns",
  openBecause: "Nothing is taken in without a signature of SNS for a topic whose feed comes by HTTPS.",
  handle: async (request) => {
    const text = await readText(request, MAX_BYTES);
    if (text === null) return problemResponse(problem("too_large", "SNS sends no message of this size."));
    await acceptPost(text);
    return new Response(null, { status: 200 });
  },
});
