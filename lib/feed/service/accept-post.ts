import "server-only";
import { getDb } from "@/db/client";
import { liveAws } from "@/lib/aws/live";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { parseDelivery } from "@/lib/notifications/parse-delivery";
import { findTopicByArn, type Topic } from "@/lib/topics/queries";
import { getCertificate } from "../certificates.ts";
import { type Feed, findFeed } from "../queries.ts";
import { isSignedBy, isSigningAddress, readSignedPost } from "../signature.ts";
import { answerConfirmation } from "./answer-confirmation.ts";
import { keepReceived } from "./keep.ts";
import { noFailure, updateFeed } from "./store.ts";

/**
 * Takes in what was posted to the feed's address, if SNS signed it and it is of a topic whose feed comes by HTTPS. A
 * notification posted again is kept once.
 * @throws AppError "forbidden" for anything else, in words that repeat nothing of it; "unavailable" when it cannot be
 * checked or kept now.
 */
export async function acceptPost(text: string, aws = liveAws()): Promise<void> {
  const post = readSignedPost(text);
  if (!post) throw new AppError("forbidden", "This is no message of SNS.");
  const managed = findManaged(post.TopicArn);
  if (!managed) throw new AppError("forbidden", "No feed of this topic comes by HTTPS.");
  if (!isSigningAddress(post.SigningCertURL, readEnv().LOCAL_AWS_URL))
    throw new AppError("forbidden", "The signing certificate is not at an address of SNS.");
  if (!isSignedBy(post, await getCertificate(post.SigningCertURL)))
    throw new AppError("forbidden", "The signature does not fit the message.");
  const parsed = parseDelivery(text, managed.topic);
  if (parsed.ok) {
    keepReceived([parsed.received]);
    noteReceived(managed.feed);
  } else await answerConfirmation(managed.topic, text, aws);
}

function findManaged(topicArn: string): { topic: Topic; feed: Feed } | null {
  const topic = findTopicByArn(topicArn);
  if (!topic) return null;
  const feed = findFeed(topic.id);
  return feed?.transport === "https" ? { topic, feed } : null;
}

function noteReceived(feed: Feed) {
  getDb().transaction((tx) => updateFeed(tx, feed.topicId, { lastReceivedAt: new Date(), ...noFailure }));
}
