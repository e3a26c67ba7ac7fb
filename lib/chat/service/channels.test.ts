import { describe, expect, test, vi } from "vitest";
import { getDb } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { channels } from "@/db/schema/channels";
import { forwards } from "@/db/schema/forwards";
import { topics } from "@/db/schema/topics";
import { AppError } from "@/lib/errors";
import { queue } from "@/lib/forwards/testing";
import { removeTopic } from "@/lib/topics/service";
import { countChannels, findChannel, getChannel, listChannels } from "../queries.ts";
import type { ChannelInput } from "../schema.ts";
import { addChannel, OPERATOR, SECRET, TOPIC, withChat } from "../testing.ts";
import { channelsFor } from "./admitted.ts";
import { createChannel } from "./create.ts";
import { editChannel } from "./edit.ts";
import { deleteChannel } from "./remove.ts";
import { sendTest } from "./send-test.ts";
import { switchOff, switchOn } from "./switch.ts";
import { openSecrets } from "./vault.ts";

const chat = withChat();

const input = (changes: Partial<ChannelInput> = {}): ChannelInput => ({
  id: null,
  version: 0,
  topicId: TOPIC,
  platform: "slack",
  name: "#malware",
  url: `https://hooks.slack.com/services/T0/B0/${SECRET}`,
  layout: "detailed",
  types: ["scanResult"],
  results: ["Infected"],
  buckets: [],
  accounts: [],
  renewSecret: false,
  ...changes,
});

const create = (changes: Partial<ChannelInput> = {}) =>
  createChannel({ actor: OPERATOR, input: input(changes) });
const edit = (id: string, changes: Partial<ChannelInput>) =>
  editChannel({
    actor: OPERATOR,
    input: input({ id, version: getChannel(id).version, url: "", ...changes }),
  });

const everything = () =>
  JSON.stringify(
    [auditEntries, channels, forwards, topics].map((table) => getDb().select().from(table).all()),
  );

function refusal(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

const message = (result: string, bucket = "invoices") => ({
  attributes: {
    notificationType: { type: "String", value: "scanResult" },
    scanResult: { type: "String", value: result },
    bucket: { type: "String", value: bucket },
  },
  body: "{}",
});

describe("a new channel", () => {
  test("keeps its address encrypted and shows its host and its last four characters", () => {
    const { id, signingSecret } = create();
    const channel = getChannel(id);
    expect(channel).toMatchObject({ urlHost: "hooks.slack.com", urlLastFour: SECRET.slice(-4), state: "on" });
    expect(signingSecret).toBeNull();
    expect(openSecrets(channel)?.url).toBe(`https://hooks.slack.com/services/T0/B0/${SECRET}`);
    expect(everything()).not.toContain(SECRET);
  });

  test("of a plain webhook has a signing secret that is shown once and kept encrypted", () => {
    const { id, signingSecret } = create({ platform: "webhook", url: "https://example.com/in" });
    expect(signingSecret).toMatch(/^whsec_[\w-]{43}$/);
    expect(everything()).not.toContain(signingSecret);
    expect(openSecrets(getChannel(id))?.signingSecret).toBe(signingSecret);
    expect(edit(id, { platform: "webhook" }).signingSecret).toBeNull();
    const renewed = edit(id, { platform: "webhook", renewSecret: true }).signingSecret;
    expect(renewed).toMatch(/^whsec_/);
    expect(renewed).not.toBe(signingSecret);
  });

  test("is audited without a secret", () => {
    create();
    const [entry] = getDb().select().from(auditEntries).all();
    expect(entry).toMatchObject({ action: "channel.create", actorName: "Olga", subjectName: "#malware" });
    expect(JSON.stringify(entry)).toContain(`hooks.slack.com …${SECRET.slice(-4)}`);
  });

  test.each([
    [{ url: "" }, "url"],
    [{ url: "http://hooks.slack.com/services/x" }, "url"],
    [{ url: "https://169.254.169.254/latest" }, "url"],
    [{ url: "https://10.0.0.1/hook" }, "url"],
    [{ name: " " }, "name"],
    [{ types: [] }, "types"],
    [{ results: ["infected"] }, "results"],
    [{ types: ["scanResult", "bucketProtection"], results: ["Infected"] }, "results"],
    [{ results: [], buckets: ["invoices"], accounts: ["123456789012"] }, "accounts"],
  ] as const)("is refused at its field: %j", (changes, field) => {
    const { code, fieldErrors } = refusal(() => create({ ...(changes as Partial<ChannelInput>) }));
    expect(code).toBe("invalid");
    expect(Object.keys(fieldErrors).map((path) => path.split(".")[0])).toContain(field);
    expect(countChannels(TOPIC)).toBe(0);
  });

  test("needs a name of its own in its topic", () => {
    create();
    expect(refusal(() => create()).fieldErrors).toHaveProperty("name");
  });
});

describe("an edited channel", () => {
  test("keeps its address unless another is entered", () => {
    const { id } = create();
    edit(id, { name: "#alerts" });
    expect(getChannel(id)).toMatchObject({ name: "#alerts", urlHost: "hooks.slack.com", version: 2 });
    edit(id, { url: "https://hooks.slack.com/services/T0/B0/another" });
    expect(openSecrets(getChannel(id))?.url).toContain("another");
  });

  test("is refused when somebody else was quicker", () => {
    const { id } = create();
    edit(id, {});
    expect(refusal(() => edit(id, { version: 1 })).code).toBe("conflict");
  });

  test("does not change where it goes: an address sealed for one channel opens for no other", () => {
    const one = create();
    const two = create({ name: "#other", url: "https://hooks.slack.com/services/T0/B0/another" });
    const { sealedUrl } = getChannel(one.id);
    expect(openSecrets({ ...getChannel(two.id), sealedUrl })).toBeNull();
  });
});

describe("a message", () => {
  test("is for the channels of its topic that admit it, on or refused by their webhook, not for those switched off", () => {
    const infected = create();
    const bucket = create({ name: "#invoices", results: [], buckets: ["invoices"] });
    const off = create({ name: "#off", results: [] });
    const broken = addChannel("slack", "https://hooks.slack.com/x", { state: "broken" });
    switchOff({ actor: OPERATOR, id: off.id });
    const channelsOf = channelsFor();
    expect(channelsOf(TOPIC, message("Infected")).sort()).toEqual([infected.id, bucket.id, broken.id].sort());
    expect(channelsOf(TOPIC, message("Clean", "logs"))).toEqual([broken.id]);
    expect(channelsOf("another", message("Infected"))).toEqual([]);
  });
});

describe("a channel that is switched off", () => {
  test("keeps what waits, goes on with it when it is switched on, and audits both", () => {
    const { id } = create();
    queue("m1", { target: id });
    expect(switchOff({ actor: OPERATOR, id })).toEqual({ name: "#malware", waiting: 1 });
    expect(getChannel(id)).toMatchObject({ state: "paused", stateReason: "Switched off by Olga." });
    expect(switchOn({ actor: OPERATOR, id })).toEqual({ name: "#malware", waiting: 1 });
    expect(getChannel(id)).toMatchObject({ state: "on", stateReason: null });
    const actions = getDb().select().from(auditEntries).all();
    expect(actions.map(({ action }) => action)).toEqual([
      "channel.create",
      "channel.switch-off",
      "channel.switch-on",
    ]);
  });

  test("stays off while its key is gone", () => {
    const { id } = create();
    switchOff({ actor: OPERATOR, id });
    vi.stubEnv("ENCRYPTION_SECRET", "another secret than the one before it");
    expect(refusal(() => switchOn({ actor: OPERATOR, id })).code).toBe("conflict");
    edit(id, { url: "https://hooks.slack.com/services/new" });
    expect(switchOn({ actor: OPERATOR, id }).name).toBe("#malware");
  });
});

describe("a deleted channel", () => {
  test("takes along what waits for it and says how much", () => {
    const { id } = create();
    queue("m1", { target: id });
    expect(deleteChannel({ actor: OPERATOR, id })).toEqual({ name: "#malware", discarded: 1 });
    expect(findChannel(id)).toBeUndefined();
    expect(getDb().select().from(forwards).all()).toEqual([]);
  });

  test("goes with its topic", () => {
    const { id } = create();
    queue("m1", { target: id });
    removeTopic({ actor: OPERATOR, id: TOPIC });
    expect(listChannels(TOPIC)).toEqual([]);
    expect(getDb().select().from(forwards).all()).toEqual([]);
  });
});

describe("a test", () => {
  const asked = { id: null, topicId: TOPIC, platform: "slack", layout: "compact", sampleId: "" } as const;
  const actor = (id: string) => ({ ...OPERATOR, id });

  test("sends a sample marked as a drill to what was typed or stored, and tells what was answered", async () => {
    const hook = await chat.hook("slack");
    expect(await sendTest({ actor: actor("a"), input: { ...asked, url: hook.url } })).toEqual({
      ok: true,
      status: 200,
      answer: "ok",
      reason: null,
    });
    const channel = addChannel("slack", hook.url);
    expect((await sendTest({ actor: actor("a"), input: { ...asked, id: channel.id, url: "" } })).ok).toBe(
      true,
    );
    expect(hook.taken).toHaveLength(2);
    expect(hook.taken[0]?.body).toMatch(/drill/i);
  });

  test("says what is wrong, and nothing secret", async () => {
    const hook = await chat.hook("slack");
    hook.replies.push({ status: 404, text: `no_service /services/T0/B0/${SECRET}` });
    const sent = await sendTest({ actor: actor("b"), input: { ...asked, url: hook.url } });
    expect(sent).toMatchObject({ ok: false, status: 404, reason: expect.stringContaining("no_service") });
    expect(JSON.stringify(sent) + everything()).not.toContain(SECRET);
  });

  test("is refused inside the network, and when there are too many", async () => {
    const url = `http://127.0.0.1:9/${SECRET}`;
    vi.stubEnv("WEBHOOK_ALLOWED_HOSTS", "");
    await expect(sendTest({ actor: actor("c"), input: { ...asked, url } })).rejects.toMatchObject({
      code: "invalid",
    });
    for (let n = 0; n < 9; n += 1)
      await sendTest({ actor: actor("c"), input: { ...asked, url } }).catch(() => undefined);
    await expect(sendTest({ actor: actor("c"), input: { ...asked, url } })).rejects.toMatchObject({
      code: "too_many",
    });
  });
});
