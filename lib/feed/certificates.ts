import "server-only";
import { readBytes } from "@/lib/actions/read-bytes";
import { AppError } from "@/lib/errors";

const MAX_BYTES = 64 * 1024;
const TIMEOUT_MS = 5_000;
/** SNS has few certificates at a time; a handful of regions fit. */
const MAX_KEPT = 32;

const kept = new Map<string, Promise<string>>();

/**
 * The certificate at an address that was checked before, in PEM; asked for once. Redirects are not followed.
 * @throws AppError("unavailable") when it cannot be fetched now: SNS then posts again later.
 */
export function getCertificate(address: string): Promise<string> {
  const found = kept.get(address);
  if (found) return found;
  const asked = fetchText(address).catch((cause: unknown) => {
    kept.delete(address);
    throw new AppError("unavailable", "The certificate of SNS could not be fetched.", { cause });
  });
  const [oldest] = kept.keys();
  if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(address, asked);
  return asked;
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${response.status} from ${new URL(address).host}`);
  const bytes = await readBytes(response, MAX_BYTES);
  if (!bytes) throw new Error("the certificate is too large");
  return bytes.toString("utf8");
}
