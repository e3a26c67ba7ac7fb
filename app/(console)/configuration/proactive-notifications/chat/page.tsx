import type { Metadata } from "next";
import { ChannelTable } from "@/components/chat/channel-table";
import { ChatDialog } from "@/components/chat/chat-dialog";
import { ChatHeader } from "@/components/chat/chat-header";
import { ChatNotices } from "@/components/chat/chat-notices";
import { LambdaCard } from "@/components/chat/lambda-card";
import { NoTopic } from "@/components/chat/no-topic";
import { AutoRefresh } from "@/components/inbox/auto-refresh";
import { loadChatPage } from "@/lib/chat/loaders";

/** Results come while the page is open; a form in a dialog is left alone. */
const REFRESH_MS = 10_000;

export const metadata: Metadata = { title: "Chat" };

export default async function ChatRoute({
  searchParams,
}: PageProps<"/configuration/proactive-notifications/chat">) {
  const params = await searchParams;
  const page = await loadChatPage(params);
  if (!page) return <NoTopic />;
  const { topic, canChange, dialog } = page;
  return (
    <>
      <ChatHeader topicId={canChange ? topic.id : undefined} />
      <ChatNotices page={page} />
      <ChannelTable page={page} />
      <LambdaCard page={page} />
      {dialog ? null : <AutoRefresh everyMs={REFRESH_MS} />}
      {dialog ? <ChatDialog key={`${dialog.kind} ${params.id}`} topic={topic} view={dialog} /> : null}
    </>
  );
}
