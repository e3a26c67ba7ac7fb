import type { MessageView } from "./message-view.ts";

/** The parts of the line that tells a message: "Infected", "s3://bucket/key", "EICAR-AV-Test", "moved to quarantine". */
export function compactParts({ title, what, found, action }: MessageView): string[] {
  return [title, what, found, action].filter((part) => part !== null);
}

/** The line as plain text, without any markup: "🚨 Infected - s3://bucket/key - EICAR-AV-Test - moved to quarantine". */
export function plainLine(view: MessageView): string {
  return `${view.look.emoji} ${compactParts(view).join(" - ")}`;
}
