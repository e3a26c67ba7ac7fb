import { createVerify, X509Certificate } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSigner, type Signer } from "./signer.ts";

let root: string;
let signer: Signer;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "signer-"));
  signer = await openSigner(root);
});

afterAll(() => rm(root, { recursive: true }));

const notification = {
  Type: "Notification",
  MessageId: "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
  TopicArn: "arn:aws:sns:us-east-1:123456789012:scans",
  Subject: "Infected",
  Message: "ünï\ncode",
  Timestamp: "2026-11-23T02:20:47.123Z",
};
const confirmation = {
  Type: "SubscriptionConfirmation",
  MessageId: "165545c9-2a5c-472c-8df2-7ff2be2b3b1b",
  Token: "2336412f37fb687f5d51e6e2425e90cc",
  TopicArn: notification.TopicArn,
  Message: "You have chosen to subscribe",
  SubscribeURL: "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription",
  Timestamp: notification.Timestamp,
};

/** The steps a subscriber follows, from the certificate and the message alone. */
function verifies(message: Record<string, string>, signature: string, version: "1" | "2"): boolean {
  const text =
    message.Type === "Notification"
      ? `Message\n${message.Message}\nMessageId\n${message.MessageId}\n${
          message.Subject === undefined ? "" : `Subject\n${message.Subject}\n`
        }Timestamp\n${message.Timestamp}\nTopicArn\n${message.TopicArn}\nType\n${message.Type}\n`
      : `Message\n${message.Message}\nMessageId\n${message.MessageId}\nSubscribeURL\n${message.SubscribeURL}\nTimestamp\n${message.Timestamp}\nToken\n${message.Token}\nTopicArn\n${message.TopicArn}\nType\n${message.Type}\n`;
  const verifier = createVerify(version === "1" ? "RSA-SHA1" : "RSA-SHA256").update(text, "utf8");
  return verifier.verify(signer.certificatePem, signature, "base64");
}

describe.each(["1", "2"] as const)("signature version %s", (version) => {
  const { Subject: _, ...withoutSubject } = notification;
  test.each([
    ["a notification with a subject", notification, "Notification"],
    ["a notification without a subject", withoutSubject, "Notification"],
    ["a subscription confirmation", confirmation, "Confirmation"],
    ["an unsubscribe confirmation", { ...confirmation, Type: "UnsubscribeConfirmation" }, "Confirmation"],
  ] as const)("of %s holds, and breaks with any field", (_name, message, kind) => {
    const signature = signer.sign(message, kind, version);
    expect(verifies(message, signature, version)).toBe(true);
    for (const field of Object.keys(message))
      expect(verifies({ ...message, [field]: "Notification " }, signature, version)).toBe(false);
  });

  test("does not hold under the other version", () => {
    const signature = signer.sign(notification, "Notification", version);
    expect(verifies(notification, signature, version === "1" ? "2" : "1")).toBe(false);
  });
});

test("does not sign what SNS leaves unsigned", () => {
  const more = { ...notification, UnsubscribeURL: "https://example.com/", Token: "t" };
  expect(signer.sign(more, "Notification", "2")).toBe(signer.sign(notification, "Notification", "2"));
});

test("names the field that is missing", () => {
  expect(() => signer.sign({ ...confirmation, Token: undefined }, "Confirmation", "1")).toThrow(
    "without Token",
  );
});

describe("certificate", () => {
  test("is a valid X.509 certificate of the key, for SNS's host, now and for years", () => {
    const certificate = new X509Certificate(signer.certificatePem);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.subject).toBe("CN=sns.amazonaws.com");
    expect(certificate.issuer).toBe("CN=sns.amazonaws.com");
    expect(certificate.subjectAltName).toBe("DNS:sns.amazonaws.com");
    expect(certificate.ca).toBe(false);
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(certificate.validFromDate.getTime()).toBeLessThan(Date.now());
    expect(certificate.validToDate.getTime()).toBeGreaterThan(Date.now() + 10 * 365 * 86_400_000);
  });

  test("lies where SNS would put it", () => {
    expect(signer.certificatePath).toMatch(/^\/SimpleNotificationService-[0-9a-f]{32}\.pem$/);
  });
});

describe("storage", () => {
  test("finds the same key again", async () => {
    const again = await openSigner(root);
    expect(again.certificatePath).toBe(signer.certificatePath);
    expect(verifies(notification, again.sign(notification, "Notification", "2"), "2")).toBe(true);
  });

  test("keeps the key to its owner", async () => {
    expect((await stat(join(root, "signing", "key.pem"))).mode & 0o777).toBe(0o600);
  });

  test("agrees on one key when several start at once, and leaves nothing else behind", async () => {
    const folder = join(root, "shared", "deep");
    const paths = await Promise.all([1, 2, 3].map(async () => (await openSigner(folder)).certificatePath));
    expect(new Set(paths).size).toBe(1);
    expect(await readdir(folder)).toEqual(["signing"]);
  });

  test("says what to do about a damaged key", async () => {
    const folder = join(root, "damaged");
    await openSigner(folder);
    await writeFile(join(folder, "signing", "key.pem"), "-----BEGIN PRI");
    await expect(openSigner(folder)).rejects.toThrow(/is damaged .* Delete that folder/);
  });

  test("says where it cannot write", async () => {
    const file = join(root, "a-file");
    await writeFile(file, "");
    await expect(openSigner(file)).rejects.toThrow();
  });
});
