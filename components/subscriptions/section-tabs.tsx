import { Tabs } from "@/components/ui/tabs";

const tabs = [
  { label: "Subscriptions", href: "/configuration/proactive-notifications" },
  { label: "Chat", href: "/configuration/proactive-notifications/chat" },
  { label: "Email Reports", href: "/configuration/proactive-notifications/email-reports" },
] as const;

/** The pages of Proactive Notifications. */
export function SectionTabs() {
  return <Tabs label="Proactive Notifications" tabs={tabs} />;
}
