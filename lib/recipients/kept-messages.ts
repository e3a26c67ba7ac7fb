import "server-only";
import { createHash } from "node:crypto";

/** Pasted messages too long for a link, oldest first; each goes when so many newer ones have come. */
const KEPT_MESSAGES = 50;

// on globalThis, because actions and pages may be separate bundles
const g = globalThis as unknown as { proactiveNotificationsPasted?: Map<string, string> };

function messages(): Map<string, string> {
  g.proactiveNotificationsPasted ??= new Map();
  return g.proactiveNotificationsPasted;
}

/** Keeps a text while the console runs, and answers the name to find it by; equal texts have one name. */
export function keepMessage(text: string): string {
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  const kept = messages();
  kept.delete(name);
  kept.set(name, text);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_MESSAGES) break;
    kept.delete(oldest);
  }
  return name;
}

/** The text kept under the name; undefined once it is gone. */
export function findKeptMessage(name: string): string | undefined {
  return messages().get(name);
}
