import { getDb } from "@/db/client";

export const dynamic = "force-dynamic";

/** Whether the process is up and its database answers. Tells nothing else: it needs no session. */
export function GET() {
  getDb().$client.prepare("select 1").get();
  return Response.json({ status: "ok" });
}
