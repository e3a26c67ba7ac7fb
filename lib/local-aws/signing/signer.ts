import { createHash, createPrivateKey, generateKeyPair, sign, X509Certificate } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { selfSignedCertificate } from "./self-signed-certificate.ts";
import { type SignedKind, stringToSign } from "./string-to-sign.ts";

const HOST = "sns.amazonaws.com";
const VALID_YEARS = 20;
const DAY_MS = 24 * 60 * 60 * 1000;
const DIGESTS = { "1": "sha1", "2": "sha256" } as const;

export type Signer = {
  /** The certificate to serve, in PEM. */
  certificatePem: string;
  /** Where SNS would serve it: `/SimpleNotificationService-<32 hexadecimal digits>.pem`. */
  certificatePath: string;
  /**
   * The value of `Signature` for a message with these fields, base64. Throws when a signed field other than
   * Subject is missing.
   */
  sign(fields: Record<string, string | undefined>, kind: SignedKind, version: "1" | "2"): string;
};

/**
 * The signer whose key and certificate lie in `dataDir`, which is created where missing. The first call makes
 * them; all later ones, of other processes too, find the same. Throws when the folder cannot be written or what
 * lies there is damaged.
 *
 * https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
 */
export async function openSigner(dataDir: string): Promise<Signer> {
  const folder = join(dataDir, "signing");
  const stored = (await readStored(folder)) ?? (await create(dataDir, folder));
  const { privateKey, certificate } = parse(stored, folder);
  const fingerprint = createHash("sha256").update(certificate.raw).digest("hex").slice(0, 32);
  return {
    certificatePem: stored.certificatePem,
    certificatePath: `/SimpleNotificationService-${fingerprint}.pem`,
    sign: (fields, kind, version) =>
      sign(DIGESTS[version], Buffer.from(stringToSign(fields, kind)), privateKey).toString("base64"),
  };
}

type Stored = { keyPem: string; certificatePem: string };

const inFolder = (folder: string) => ({
  key: join(folder, "key.pem"),
  certificate: join(folder, "certificate.pem"),
});

async function readStored(folder: string): Promise<Stored | null> {
  const files = inFolder(folder);
  try {
    return {
      keyPem: await readFile(/* turbopackIgnore: true */ files.key, "utf8"),
      certificatePem: await readFile(/* turbopackIgnore: true */ files.certificate, "utf8"),
    };
  } catch (error) {
    if (hasCode(error, ["ENOENT"])) return null;
    throw error;
  }
}

/**
 * Key and certificate appear together or not at all: they are written to a folder of their own, which is then
 * renamed. A rename onto a folder that is not empty fails, so that of two processes at once only one wins.
 */
async function create(dataDir: string, folder: string): Promise<Stored> {
  const made = await makeKeyAndCertificate();
  await mkdir(dataDir, { recursive: true });
  const draft = await mkdtemp(join(dataDir, "signing-draft-"));
  const files = inFolder(draft);
  try {
    await writeFile(files.key, made.keyPem, { mode: 0o600, flush: true });
    await writeFile(files.certificate, made.certificatePem, { flush: true });
    await rename(draft, folder);
    return made;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const winner = hasCode(error, ["ENOTEMPTY", "EEXIST", "EPERM"]) ? await readStored(folder) : null;
    if (winner) return winner;
    throw new Error(`Cannot keep the signing key in ${folder}: ${String(error)}`, { cause: error });
  }
}

async function makeKeyAndCertificate(): Promise<Stored> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const from = new Date(Date.now() - DAY_MS);
  const until = new Date(from);
  until.setUTCFullYear(until.getUTCFullYear() + VALID_YEARS);
  return {
    keyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificatePem: selfSignedCertificate(privateKey, HOST, { from, until }),
  };
}

function parse({ keyPem, certificatePem }: Stored, folder: string) {
  try {
    const privateKey = createPrivateKey(keyPem);
    const certificate = new X509Certificate(certificatePem);
    if (!certificate.checkPrivateKey(privateKey)) throw new Error("the certificate belongs to another key");
    return { privateKey, certificate };
  } catch (error) {
    throw new Error(
      `The signing key in ${folder} is damaged (${String(error)}). Delete that folder; a new key is made at the next start.`,
      { cause: error },
    );
  }
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
