import { describe, expect, test } from "vitest";
import type { ChatPlatform } from "./constants.ts";
import { judgeAnswer } from "./judge-answer.ts";

const NOW = new Date("2026-11-20T08:15:00Z");

const judge = (platform: ChatPlatform, status: number, text = "", retryAfter?: string) =>
  judgeAnswer(platform, { kind: "answered", status, text, retryAfter }, NOW);

describe("an answer of a webhook", () => {
  test.each([
    ["slack", 200, "ok", "sent"],
    ["teams", 200, "1", "sent"],
    ["teams", 202, "", "sent"],
    ["chime", 200, '{"MessageId":"1"}', "sent"],
    ["webhook", 204, "", "sent"],
    ["webhook", 200, "<html>", "sent"],
    ["slack", 200, "<!DOCTYPE html><title>Sign in</title>", "failed"],
    ["slack", 404, "no_service", "broken"],
    ["slack", 410, "channel_is_archived", "broken"],
    ["slack", 403, "invalid_token", "broken"],
    ["slack", 400, "no_team", "broken"],
    ["slack", 400, "invalid_payload", "refused"],
    ["slack", 400, "invalid_blocks", "refused"],
    ["slack", 500, "rollup_error", "failed"],
    ["teams", 400, '{"error":{"code":"WorkflowTriggerIsNotEnabled"}}', "broken"],
    ["teams", 400, "Bad payload received by generic incoming webhook.", "refused"],
    ["teams", 413, "", "refused"],
    [
      "teams",
      200,
      "Webhook message delivery failed with error: returned HTTP error 429 with ContextId 1",
      "later",
    ],
    ["teams", 200, "Webhook message delivery failed with error: returned HTTP error 403", "broken"],
    ["chime", 403, "", "broken"],
    ["webhook", 404, "", "broken"],
    ["webhook", 410, "", "broken"],
    ["webhook", 307, "", "broken"],
    ["webhook", 408, "", "failed"],
    ["webhook", 503, "", "later"],
    ["webhook", 502, "", "failed"],
    ["webhook", 422, "", "refused"],
  ] as const)("%s %i %s: %s", (platform, status, text, kind) =>
    expect(judge(platform, status, text).kind).toBe(kind),
  );

  test("that asks to wait is waited for as long as it asks", () => {
    expect(judge("slack", 429, "rate_limited", "30")).toMatchObject({
      until: new Date("2026-11-20T08:15:30Z"),
    });
    expect(judge("webhook", 429, "", "Fri, 20 Nov 2026 08:20:00 GMT")).toMatchObject({
      until: new Date("2026-11-20T08:20:00Z"),
    });
    expect(judge("slack", 429, "", "86400000")).toMatchObject({ until: new Date("2026-11-20T09:15:00Z") });
    for (const header of [undefined, "", "soon", "-5"])
      expect(judge("slack", 429, "", header)).toMatchObject({ kind: "later", until: null });
    expect(judge("webhook", 429, "", "Fri, 20 Nov 2020 08:20:00 GMT")).toMatchObject({ until: NOW });
  });

  test("that never came leaves everything as it was", () => {
    expect(judgeAnswer("slack", { kind: "none", reason: "Nobody there." }, NOW)).toEqual({
      kind: "later",
      reason: "Nobody there.",
      until: null,
    });
  });

  test("is told without a word of its own beyond those we know", () => {
    const judgement = judge("webhook", 400, "<script>alert(1)</script>");
    expect(JSON.stringify(judgement)).not.toContain("script");
  });
});
