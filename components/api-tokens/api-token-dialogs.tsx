"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";

const CreateTokenDialog = dynamic(() => import("./create-token-dialog.tsx").then((m) => m.CreateTokenDialog));
const RevokeTokenDialog = dynamic(() => import("./revoke-token-dialog.tsx").then((m) => m.RevokeTokenDialog));

export type ApiTokenDialog = { kind: "create" } | { kind: "revoke"; id: string; name: string };

/** The dialog that the address names, loaded only when it is opened. */
export function ApiTokenDialogs({ dialog }: { dialog: ApiTokenDialog }) {
  const router = useRouter();
  const close = () => router.replace("/configuration/console-settings", { scroll: false });
  switch (dialog.kind) {
    case "create":
      return <CreateTokenDialog onClose={close} />;
    case "revoke":
      return <RevokeTokenDialog id={dialog.id} name={dialog.name} onClose={close} />;
    default:
      return dialog satisfies never;
  }
}
