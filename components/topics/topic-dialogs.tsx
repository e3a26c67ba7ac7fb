"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import type { TopicView } from "@/lib/topics/loaders";
import type { TopicDialog } from "./settings-href.ts";

const ProductsDialog = dynamic(() => import("./products-dialog.tsx").then((m) => m.ProductsDialog));
const StopManagingDialog = dynamic(() =>
  import("./stop-managing-dialog.tsx").then((m) => m.StopManagingDialog),
);

/** The dialog that the address names, loaded only when it is opened. */
export function TopicDialogs({ dialog, topic }: { dialog: TopicDialog; topic: TopicView }) {
  const router = useRouter();
  const close = () => router.replace("/configuration/console-settings", { scroll: false });
  switch (dialog) {
    case "products":
      return <ProductsDialog topic={topic} onClose={close} />;
    case "remove":
      return <StopManagingDialog topic={topic} onClose={close} />;
    default:
      return dialog satisfies never;
  }
}
