import "server-only";
import { getDb, type Tx } from "@/db/client";
import { feeds } from "@/db/schema/feeds";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { getTopic, type Topic } from "@/lib/topics/queries";
import type { FeedTransport } from "../constants.ts";
import { expectedQueueArn } from "../feed-queue.ts";
import { feedUrl } from "../own-endpoint.ts";
import { type Feed, findFeed } from "../queries.ts";
import { startFeed } from "./start.ts";
import { audited, changeState } from "./store.ts";

type Request = { actor: Actor; topicId: string; transport?: FeedTransport | undefined };

/**
 * Turns a topic's feed on: what the topic carries is received and kept from then on. The intent is written first, and
 * every step at AWS finds what an earlier attempt made, so that asking again mends a feed that is lost, draining or
 * half made.
 * @throws AppError "conflict" while the feed comes by another transport, "invalid" when this console has no address
 * that SNS posts to, or what AWS refused: the feed then stays `starting` with the reason and is tried again.
 */
export async function enableFeed(
  { actor, topicId, transport = "sqs" }: Request,
  aws = liveAws(),
): Promise<Feed> {
  const topic = getTopic(topicId);
  if (transport === "https") checkAddress();
  intend(actor, topic, transport);
  return startFeed(actor, topic, aws);
}

function intend(actor: Actor, topic: Topic, transport: FeedTransport) {
  getDb().transaction(
    (tx) => {
      const before = findFeed(topic.id);
      if (!before) return insert(tx, actor, topic, transport);
      if (before.transport !== transport)
        throw new AppError(
          "conflict",
          "The feed of this topic comes another way already. Turn it off first, then on with this transport.",
        );
      if (before.state === "on" || before.state === "starting") return;
      // the confirmation of a new one may be posted before we hear of its ARN
      const change = { state: "starting" as const, subscriptionArn: null, deleteQueues: false };
      const action = before.state === "lost" ? "feed.repair" : "feed.enable";
      changeState(tx, { topic, before, change, actor, action });
    },
    { behavior: "immediate" },
  );
}

function insert(tx: Tx, actor: Actor, topic: Topic, transport: FeedTransport) {
  const now = new Date();
  const feed = tx
    .insert(feeds)
    .values({
      topicId: topic.id,
      transport,
      state: "starting",
      stateSince: now,
      endpoint: transport === "sqs" ? expectedQueueArn(topic) : feedUrl(),
      enabledAt: now,
      enabledBy: actor.name,
    })
    .returning()
    .get();
  recordAudit(tx, { actor, action: "feed.enable", subject: topic, before: null, after: audited(feed) });
}

/** In plain HTTP anybody on the way reads what was found where; only the embedded AWS, on this machine, may. */
function checkAddress() {
  const { consoleUrl, LOCAL_AWS_URL } = readEnv();
  if (LOCAL_AWS_URL || consoleUrl.startsWith("https://")) return;
  throw new AppError(
    "invalid",
    `SNS posts to HTTPS addresses that it can reach, and this console's is ${consoleUrl}. Set CONSOLE_URL to its public address, or use a queue.`,
  );
}
