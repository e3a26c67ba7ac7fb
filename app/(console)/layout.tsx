import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { AppShell } from "@/components/layout/app-shell";
import type { NavGroup } from "@/components/layout/side-nav";
import type { Theme } from "@/components/layout/theme-toggle";
import { UserMenu } from "@/components/layout/user-menu";
import { TopicContext } from "@/components/topics/topic-context";
import { FlashArea } from "@/components/ui/flash";
import { loadSignedIn } from "@/lib/auth/loaders";
import { isInboxOffered } from "@/lib/inbox/loaders";
import { loadCurrentTopic, loadTopics } from "@/lib/topics/loaders";

const rooms: readonly NavGroup[] = [
  { items: [{ label: "Dashboard", href: "/", icon: "dashboard" }] },
  {
    label: "Monitoring",
    items: [
      { label: "Notifications", href: "/monitoring/notifications", icon: "notifications" },
      { label: "Who gets this?", href: "/monitoring/notifications/simulate", icon: "who" },
      { label: "Audit", href: "/monitoring/audit", icon: "history" },
    ],
  },
  {
    label: "Configuration",
    items: [
      { label: "Proactive Notifications", href: "/configuration/proactive-notifications", icon: "bell" },
      { label: "Console Settings", href: "/configuration/console-settings", icon: "settings" },
    ],
  },
];
const localAwsRooms: NavGroup = {
  label: "Local AWS",
  items: [
    { label: "Inbox", href: "/local-aws/inbox", icon: "inbox" },
    { label: "Logs", href: "/local-aws/logs", icon: "logs" },
  ],
};

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const signedIn = await loadSignedIn();
  const topics = await loadTopics();
  const chosen = await loadCurrentTopic(undefined);
  return (
    <AppShell
      nav={isInboxOffered() ? [...rooms, localAwsRooms] : rooms}
      context={<TopicContext topics={topics} rememberedId={chosen?.id} />}
      user={<UserMenu {...signedIn} theme={await chosenTheme()} signOut={<SignOutButton />} />}
      flash={<FlashArea />}
    >
      {children}
    </AppShell>
  );
}

async function chosenTheme(): Promise<Theme> {
  const theme = (await cookies()).get("theme")?.value;
  return theme === "light" || theme === "dark" ? theme : "system";
}
