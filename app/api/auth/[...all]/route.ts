import { getAuth } from "@/lib/auth/better-auth";

/** The two endpoints the console uses; better-auth's many others stay closed. */
const OPEN = new Set(["/api/auth/sign-in/email", "/api/auth/sign-out"]);

export function POST(request: Request) {
  if (!OPEN.has(new URL(request.url).pathname)) return new Response(null, { status: 404 });
  return getAuth().handler(request);
}
