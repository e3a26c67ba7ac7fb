import { createVerify, X509Certificate } from "node:crypto";
import { parseObject } from "@/lib/notifications/parse-delivery";

const KINDS = ["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"] as const;

/** A post of SNS as far as its signature reaches. MessageAttributes and UnsubscribeURL are not signed. */
export type SignedPost = {
  Type: (typeof KINDS)[number];
  MessageId: string;
  TopicArn: string;
  Message: string;
  Timestamp: string;
  Subject?: string;
  Token?: string;
  SubscribeURL?: string;
  SignatureVersion: "1" | "2";
  Signature: string;
  SigningCertURL: string;
};

const OF_NOTIFICATION = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"] as const;
const OF_CONFIRMATION = [
  "Message",
  "MessageId",
  "SubscribeURL",
  "Timestamp",
  "Token",
  "TopicArn",
  "Type",
] as const;

const TEXTS = ["MessageId", "TopicArn", "Message", "Timestamp", "Signature", "SigningCertURL"] as const;

/** Reads what was posted; null when it is nothing that SNS signs. Says nothing of whether the signature is good. */
export function readSignedPost(text: string): SignedPost | null {
  const post = parseObject(text);
  if (!post || !TEXTS.every((name) => typeof post[name] === "string")) return null;
  if (!KINDS.some((kind) => kind === post.Type)) return null;
  if (post.SignatureVersion !== "1" && post.SignatureVersion !== "2") return null;
  const mustHave = post.Type === "Notification" ? [] : ["Token", "SubscribeURL"];
  if (!mustHave.every((name) => typeof post[name] === "string")) return null;
  if (post.Subject !== undefined && post.Subject !== null && typeof post.Subject !== "string") return null;
  // every field that is used was checked above
  return post as unknown as SignedPost;
}

/** What SNS signs: each name and value on a line of its own; a subject only where there is one. */
export function stringToSign(post: SignedPost): string {
  const names = post.Type === "Notification" ? OF_NOTIFICATION : OF_CONFIRMATION;
  const fields: Partial<Record<(typeof names)[number], string | null>> = post;
  return names
    .map((name) => ({ name, value: fields[name] }))
    .filter(({ value }) => value !== undefined && value !== null)
    .map(({ name, value }) => `${name}\n${value}\n`)
    .join("");
}

/**
 * Whether the certificate's key signed the post: RSA with SHA-1 for version 1, with SHA-256 for version 2. False too for
 * a certificate that cannot be read.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
 */
export function isSignedBy(post: SignedPost, certificatePem: string): boolean {
  const algorithm = { "1": "RSA-SHA1", "2": "RSA-SHA256" }[post.SignatureVersion];
  try {
    const { publicKey } = new X509Certificate(certificatePem);
    if (publicKey.asymmetricKeyType !== "rsa") return false;
    const verify = createVerify(algorithm).update(stringToSign(post), "utf8");
    return verify.verify(publicKey, post.Signature, "base64");
  } catch {
    return false;
  }
}

/** SNS in a region. Not just any label: sns.s3-us-west-2.amazonaws.com is somebody's bucket. */
const SNS_HOST = /^sns\.[a-z]{2,3}(-[a-z]+)+-\d{1,2}\.amazonaws\.com(\.cn)?$/;

/**
 * Whether a certificate at this address can only be SNS's own. While the embedded AWS is in use its own address counts
 * too.
 */
export function isSigningAddress(address: string, localAwsUrl: string | undefined): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.username || url.password || url.search || url.hash) return false;
  if (!url.pathname.endsWith(".pem")) return false;
  if (localAwsUrl && URL.canParse(localAwsUrl) && url.origin === new URL(localAwsUrl).origin) return true;
  return url.protocol === "https:" && url.port === "" && SNS_HOST.test(url.hostname);
}
