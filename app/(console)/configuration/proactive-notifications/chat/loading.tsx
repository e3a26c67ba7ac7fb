import { ChatHeader } from "@/components/chat/chat-header";
import { TableSkeleton } from "@/components/ui/skeleton";

export default function ChatLoading() {
  return (
    <>
      <ChatHeader />
      <TableSkeleton columns={6} label="Loading channels" />
    </>
  );
}
