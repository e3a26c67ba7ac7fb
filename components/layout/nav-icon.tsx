import {
  Bell,
  History,
  Inbox,
  LayoutDashboard,
  Logs,
  type LucideIcon,
  ScrollText,
  Send,
  Settings,
  SlidersHorizontal,
  UserSearch,
} from "lucide-react";

export type NavIconName =
  | "dashboard"
  | "bell"
  | "history"
  | "send"
  | "settings"
  | "sliders"
  | "inbox"
  | "logs"
  | "who"
  | "notifications";

const icons: Record<NavIconName, LucideIcon> = {
  dashboard: LayoutDashboard,
  bell: Bell,
  history: History,
  send: Send,
  settings: Settings,
  sliders: SlidersHorizontal,
  inbox: Inbox,
  logs: Logs,
  who: UserSearch,
  notifications: ScrollText,
};

export function NavIcon({ name, className }: { name: NavIconName; className?: string }) {
  const Icon = icons[name];
  return <Icon aria-hidden className={className} />;
}
