"use client";

import { Plus } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";
import { useShortcut, useShortcutPreference } from "@/components/ui/use-shortcut";

/** Opens the wizard; so does the key n. */
export function AddLink({ href }: { href: Route }) {
  const router = useRouter();
  const [hasShortcut] = useShortcutPreference();
  useShortcut("n", () => router.push(href, { scroll: false }));
  return (
    <ButtonLink
      href={href}
      scroll={false}
      variant="primary"
      aria-keyshortcuts={hasShortcut ? "n" : undefined}
    >
      <Plus aria-hidden />
      Add Subscription
    </ButtonLink>
  );
}
