import "server-only";
import { readEnv } from "@/lib/env";
import { countWaiting, type Foldable, findNext, listFoldable, type Queued } from "@/lib/forwards/queries";
import type { NextMessage, PacedOutcome, PacedTarget } from "@/lib/forwards/target";
import { logger } from "@/lib/logger";
import { findTopic } from "@/lib/topics/queries";
import type { Judgement } from "../judge-answer.ts";
import { nextStep } from "../pace.ts";
import { type Channel, findChannel } from "../queries.ts";
import { renderFold } from "../render/render-fold.ts";
import { renderMessage } from "../render/render-message.ts";
import type { Fold, RenderedMessage } from "../render/types.ts";
import { breakChannel, keepResult } from "./keep-result.ts";
import { sendMessage } from "./send.ts";
import { openSecrets } from "./vault.ts";

/** So many are told of in one message at most; what is beyond them is told of in the next. */
const FOLDED_AT_ONCE = 10_000;

const IDLE = { kind: "rest", restMs: 1_000 } as const;

/** A channel as the outbox sees it: what goes next, and how it goes. Nothing while it is not switched on. */
export function channelTarget(id: string, options: { timeoutMs?: number } = {}): PacedTarget {
  return {
    id,
    next: (now) => {
      const channel = findChannel(id);
      return channel?.state === "on" ? nextOf(channel, now, options) : IDLE;
    },
  };
}

type Options = { timeoutMs?: number };

function nextOf(channel: Channel, now: Date, options: Options): NextMessage {
  const { platform, lastAt, heldUntil, minuteFrom, minuteSent } = channel;
  const waiting = countWaiting(channel.id);
  const minute = { from: minuteFrom, sent: minuteSent };
  const step = nextStep(platform, { now, lastAt, heldUntil, minute, waiting });
  switch (step.kind) {
    case "rest":
      return step;
    case "one":
      return one(channel, findNext(channel.id, step.order, now), options);
    case "fold":
      return fold(channel, now, options);
    default:
      return step satisfies never;
  }
}

function one(channel: Channel, queued: Queued | undefined, options: Options): NextMessage {
  if (!queued) return IDLE;
  const { forward, notification } = queued;
  const render = () => renderMessage(channel.platform, channel.layout, notification, renderOptions(channel));
  const send = () => deliver(channel, render, notification.messageId, options);
  return { kind: "message", forwards: [forward], send: async () => outcomeOf(await send()) };
}

/** The critical ones in a message of their own, before the others. A single one is shown as it is. */
function fold(channel: Channel, now: Date, options: Options): NextMessage {
  const critical = listFoldable(channel.id, "critical", now, FOLDED_AT_ONCE);
  const folded = critical.length > 0 ? critical : listFoldable(channel.id, "others", now, FOLDED_AT_ONCE);
  if (folded.length === 1) return one(channel, findNext(channel.id, "severity", now), options);
  const forwards = folded.map(({ forward }) => forward);
  const [first] = forwards;
  if (!first) return IDLE;
  const render = () => renderFold(channel.platform, foldOf(channel, folded, now), renderOptions(channel));
  const send = () => deliver(channel, render, `fold-${first.id}`, options);
  return {
    kind: "message",
    forwards,
    // a fold is ours, so that a fault is not theirs: they keep their place
    send: async () => {
      const outcome = outcomeOf(await send());
      return outcome.kind === "failed" ? { kind: "kept" } : outcome;
    },
  };
}

function foldOf({ topicId }: Channel, folded: readonly Foldable[], now: Date): Fold {
  const oldest = Math.min(...folded.map(({ forward }) => forward.createdAt.getTime()));
  const groups = Map.groupBy(folded, ({ type, result, severity }) =>
    JSON.stringify([type, result, severity]),
  );
  return {
    topicId,
    windowMs: Math.max(0, now.getTime() - oldest),
    groups: [...groups.values()].flatMap((group) =>
      group
        .slice(0, 1)
        .map(({ type, result, severity }) => ({ type, result, severity, count: group.length })),
    ),
  };
}

async function deliver(
  channel: Channel,
  render: () => RenderedMessage,
  messageId: string,
  { timeoutMs }: Options,
): Promise<Judgement> {
  const secrets = openSecrets(channel);
  if (!secrets) {
    breakChannel(channel.id, UNREADABLE);
    return { kind: "broken", reason: UNREADABLE };
  }
  const message = rendered(channel, render);
  if (!message)
    return { kind: "refused", reason: "The console could not lay it out. Its log has the reason." };
  const startedAt = new Date();
  const attempt = await sendMessage({ platform: channel.platform, secrets, message, messageId, timeoutMs });
  keepResult(channel.id, attempt, startedAt);
  return attempt.judgement;
}

/** A message that nobody can lay out must not hold up the others. */
function rendered({ id }: Channel, render: () => RenderedMessage): RenderedMessage | undefined {
  try {
    return render();
  } catch (error) {
    logger().error({ channel: id, err: error }, "laying out a chat message failed");
    return undefined;
  }
}

const UNREADABLE =
  "Its webhook URL was encrypted with a key that the console no longer has. Edit the channel and enter the URL again.";

function outcomeOf(judgement: Judgement): PacedOutcome {
  switch (judgement.kind) {
    case "sent":
      return { kind: "sent" };
    case "later":
    case "broken":
      return { kind: "kept" };
    case "failed":
    case "refused":
      return { kind: judgement.kind, reason: judgement.reason };
    default:
      return judgement satisfies never;
  }
}

function renderOptions({ topicId }: Channel) {
  return { consoleUrl: readEnv().consoleUrl, topicName: findTopic(topicId)?.name ?? "" };
}
