import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Forwarding } from "@/lib/notifications/loaders";

/** How a message fares on its way to EventBridge. */
export function ForwardingLine({ forwarding }: { forwarding: Forwarding }) {
  switch (forwarding.kind) {
    case "waiting":
      return (
        <span>
          Waiting{forwarding.attempts > 0 ? `, after ${forwarding.attempts} failed attempts` : ""}. Next try{" "}
          <RelativeTime at={forwarding.dueAt} />. {forwarding.error}
        </span>
      );
    case "failed":
      return (
        <span>
          Could not be forwarded: {forwarding.error ?? "no reason was given."}{" "}
          <Link href="/configuration/console-settings" className="text-accent underline underline-offset-2">
            Retry in the settings
          </Link>
        </span>
      );
    case "nothingLeft":
      return (
        <span>{forwarding.isOn ? "Nothing left to forward" : "Forwarding is off, and nothing waits"}</span>
      );
    default:
      return forwarding satisfies never;
  }
}
