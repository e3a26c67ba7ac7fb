import { list, publish } from "./operations.ts";
import { componentSchemas } from "./schemas.ts";

/** /api/v1 in OpenAPI 3.1, made of the very schemas that requests are checked against. */
export function openApiDocument() {
  return {
    openapi: "3.1.1",
    info: {
      title: "Proactive Notifications",
      version: "1",
      description:
        "Publishes notifications to the SNS topics that the console manages, as the products do, and reads what has " +
        "arrived. Every refusal is a problem by RFC 9457.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    security: [{ apiToken: [] }],
    tags: [{ name: "Notifications" }],
    paths: { "/api/v1/notifications": { post: publish, get: list } },
    components: {
      securitySchemes: {
        apiToken: {
          type: "http",
          scheme: "bearer",
          description: "An API token of Console Settings. Its scopes say what it may do: publish, read.",
        },
      },
      schemas: componentSchemas(),
    },
  };
}
