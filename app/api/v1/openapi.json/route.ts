import { openApiDocument } from "@/lib/openapi/document";

/** What /api/v1 takes and answers. It holds no secret: anybody may read it. */
export function GET() {
  return Response.json(openApiDocument());
}
