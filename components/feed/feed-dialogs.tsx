"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import type { FeedView } from "@/lib/feed/loaders";
import type { FeedDialogKind } from "./feed-href.ts";

const TurnOnDialog = dynamic(() => import("./turn-on-dialog.tsx").then((m) => m.TurnOnDialog));
const RepairDialog = dynamic(() => import("./repair-dialog.tsx").then((m) => m.RepairDialog));
const TurnOffDialog = dynamic(() => import("./turn-off-dialog.tsx").then((m) => m.TurnOffDialog));

/** The dialog that the address names, loaded only when it is opened. */
export function FeedDialogs({ dialog, feed }: { dialog: FeedDialogKind; feed: FeedView }) {
  const router = useRouter();
  const close = () => router.replace("/configuration/console-settings", { scroll: false });
  switch (dialog) {
    case "feed-on":
      return <TurnOnDialog feed={feed} onClose={close} />;
    case "feed-repair":
      return <RepairDialog feed={feed} onClose={close} />;
    case "feed-off":
      return <TurnOffDialog feed={feed} onClose={close} />;
    default:
      return dialog satisfies never;
  }
}
