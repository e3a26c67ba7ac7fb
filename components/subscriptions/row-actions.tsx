"use client";

import { Link2, Pencil, Plus, Send, Trash2, X } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { Status } from "@/lib/subscriptions/constants";
import { offeredActions, type RowAction } from "./offered-actions.ts";

type RowActionsProps = { endpoint: string; status: Status; hrefs: Record<RowAction, Route> };

const looks: Record<RowAction, { label: string; icon: ReactNode; danger?: boolean }> = {
  edit: { label: "Edit", icon: <Pencil aria-hidden /> },
  resend: { label: "Resend confirmation", icon: <Send aria-hidden /> },
  confirm: { label: "Confirm with link", icon: <Link2 aria-hidden /> },
  "add-again": { label: "Add again", icon: <Plus aria-hidden /> },
  delete: { label: "Delete", icon: <Trash2 aria-hidden />, danger: true },
  remove: { label: "Remove from list", icon: <X aria-hidden />, danger: true },
};

/** What can be done with one subscription. Each leads to a dialog over the same rows. */
export function RowActions({ endpoint, status, hrefs }: RowActionsProps) {
  const router = useRouter();
  const items = offeredActions(status).map(
    ({ action, disabledReason }): MenuItem => ({
      ...looks[action],
      disabledReason,
      onSelect: () => router.push(hrefs[action], { scroll: false }),
    }),
  );
  return <Menu label={`Actions for ${endpoint}`} items={items} />;
}
