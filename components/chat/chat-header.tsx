import { Plus } from "lucide-react";
import { PAGE_TITLE } from "@/components/subscriptions/page-words";
import { SectionTabs } from "@/components/subscriptions/section-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { chatHref } from "./chat-href.ts";

type ChatHeaderProps = {
  /** Of whoever may add channels. */
  topicId?: string | undefined;
};

export function ChatHeader({ topicId }: ChatHeaderProps) {
  return (
    <>
      <PageHeader
        title={PAGE_TITLE}
        description="Slack, Microsoft Teams, Amazon Chime and webhooks: who is told in a chat, and of what."
        actions={
          topicId ? (
            <ButtonLink variant="primary" href={chatHref(topicId, { dialog: "add" })} scroll={false}>
              <Plus aria-hidden />
              Add channel
            </ButtonLink>
          ) : null
        }
      />
      <SectionTabs />
    </>
  );
}
