"use client";

import {
  CirclePause,
  CirclePlay,
  Download,
  HelpCircle,
  Link2,
  Pencil,
  Plus,
  Send,
  Trash2,
  Workflow,
  Wrench,
  X,
} from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { Offered, RowAction } from "./offered-actions.ts";

type RowActionsProps = { endpoint: string; offered: readonly Offered[]; hrefs: Record<RowAction, Route> };

const looks: Record<RowAction, { label: string; icon: ReactNode; danger?: boolean }> = {
  edit: { label: "Edit", icon: <Pencil aria-hidden /> },
  why: { label: "Explain verdict", icon: <HelpCircle aria-hidden /> },
  repair: { label: "Review repair", icon: <Wrench aria-hidden /> },
  pause: { label: "Pause", icon: <CirclePause aria-hidden /> },
  resume: { label: "Resume", icon: <CirclePlay aria-hidden /> },
  resend: { label: "Resend confirmation", icon: <Send aria-hidden /> },
  confirm: { label: "Confirm with link", icon: <Link2 aria-hidden /> },
  "add-again": { label: "Add again", icon: <Plus aria-hidden /> },
  export: { label: "Export", icon: <Download aria-hidden /> },
  pattern: { label: "Make event pattern", icon: <Workflow aria-hidden /> },
  delete: { label: "Delete", icon: <Trash2 aria-hidden />, danger: true },
  remove: { label: "Remove from list", icon: <X aria-hidden />, danger: true },
};

/** What can be done with one subscription. Each leads to a dialog over the same rows, or to a page about it. */
export function RowActions({ endpoint, offered, hrefs }: RowActionsProps) {
  const router = useRouter();
  const items = offered.map(
    ({ action, disabledReason }): MenuItem => ({
      ...looks[action],
      disabledReason,
      onSelect: () => router.push(hrefs[action], { scroll: false }),
    }),
  );
  return <Menu label={`Actions for ${endpoint}`} items={items} />;
}
