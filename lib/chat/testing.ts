import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, vi } from "vitest";
import { getDb } from "@/db/client";
import { channels } from "@/db/schema/channels";
import { testDb } from "@/db/testing";
import type { Actor } from "@/lib/auth/actor";
import { addTestTopic } from "../forwards/testing.ts";
import type { ChatPlatform } from "./constants.ts";
import { getChannel } from "./queries.ts";
import { newSigningSecret, sealUrl } from "./service/vault.ts";

export const OPERATOR: Actor = {
  kind: "user",
  id: "u1",
  name: "Olga",
  email: "olga@example.com",
  role: "operator",
};

export const TOPIC = "topic";

/** What no log, page, audit entry or error may hold. */
export const SECRET = "pLmNoPqRsTuVwXyZ012345";

export type Posted = { at: number; headers: IncomingMessage["headers"]; body: string };
type Reply = { status: number; text?: string; headers?: Record<string, string> } | "hang";

/** A server that answers posts as a platform's webhooks do, or as a test wants. */
export type Hook = {
  url: string;
  /** What it took. */
  taken: Posted[];
  /** Every post, taken or not. */
  posts: Posted[];
  /** What comes in place of success, for each post in turn; then it succeeds again. */
  replies: Reply[];
  close(): void;
};

const SUCCESS: Record<ChatPlatform, Exclude<Reply, "hang">> = {
  slack: { status: 200, text: "ok" },
  teams: { status: 202 },
  chime: { status: 200, text: '{"MessageId":"1","RoomId":"2"}' },
  webhook: { status: 204 },
};

export async function startHook(platform: ChatPlatform): Promise<Hook> {
  const taken: Posted[] = [];
  const posts: Posted[] = [];
  const replies: Reply[] = [];
  const server: Server = createServer(async (request, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const posted = { at: Date.now(), headers: request.headers, body: Buffer.concat(chunks).toString() };
    posts.push(posted);
    const reply = replies.shift() ?? SUCCESS[platform];
    if (reply === "hang") return;
    if (reply.status < 300) taken.push(posted);
    answer.writeHead(reply.status, reply.headers).end(reply.text ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // listening on a port, so the address is no pipe's name
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/services/T0/B0/${SECRET}`,
    taken,
    posts,
    replies,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A fresh database with a topic, a data folder, and webhooks on this machine allowed, for each test of the file. */
export function withChat(): { hook(platform: ChatPlatform): Promise<Hook> } {
  let dataDir: string;
  const hooks: Hook[] = [];
  beforeEach(() => {
    testDb();
    addTestTopic(TOPIC);
    dataDir = mkdtempSync(path.join(tmpdir(), "chat-"));
    vi.stubEnv("DATA_DIR", dataDir);
    vi.stubEnv("WEBHOOK_ALLOWED_HOSTS", "127.0.0.1");
  });
  afterEach(() => {
    for (const hook of hooks.splice(0)) hook.close();
    rmSync(dataDir, { recursive: true });
    vi.unstubAllEnvs();
  });
  return {
    async hook(platform) {
      const hook = await startHook(platform);
      hooks.push(hook);
      return hook;
    },
  };
}

/** A channel as its service would have stored it: switched on, for every scan result. */
export function addChannel(
  platform: ChatPlatform,
  url: string,
  changes: Partial<typeof channels.$inferInsert> = {},
) {
  const id = changes.id ?? randomUUID();
  const now = new Date();
  getDb()
    .insert(channels)
    .values({
      id,
      topicId: TOPIC,
      platform,
      name: `Room ${id.slice(0, 4)}`,
      layout: "compact",
      selection: { types: ["scanResult"], results: [], buckets: [], accounts: [] },
      filterPolicy: '{"notificationType":["scanResult"]}',
      state: "on",
      stateSince: now,
      ...sealUrl(id, url),
      sealedSigningSecret: platform === "webhook" ? newSigningSecret(id).sealedSigningSecret : null,
      createdAt: now,
      createdBy: "Olga",
      updatedAt: now,
      ...changes,
    })
    .run();
  return getChannel(id);
}
