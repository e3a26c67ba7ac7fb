"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { type SwitcherTopic, TopicSwitcher } from "@/components/layout/topic-switcher";
import { TOPIC_COOKIE } from "@/lib/topics/constants";

type CurrentTopicSwitcherProps = {
  topics: readonly SwitcherTopic[];
  rememberedId: string | undefined;
};

/** Follows the topic that the address names, and remembers it for the pages whose address names none. */
export function CurrentTopicSwitcher({ topics, rememberedId }: CurrentTopicSwitcherProps) {
  const named = useSearchParams().get("topic");
  const current = topics.find((topic) => topic.id === named);
  // the frame, and with it what the server remembered, is not rendered anew when only the page below changes
  const [last, setLast] = useState(rememberedId);
  if (current && current.id !== last) setLast(current.id);
  const isManaged = topics.some((topic) => topic.id === last);

  useEffect(() => {
    if (!current) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing on plain http
    document.cookie = `${TOPIC_COOKIE}=${encodeURIComponent(current.id)}; path=/; max-age=31536000; SameSite=Lax`;
  }, [current]);

  return (
    <TopicSwitcher
      topics={topics}
      currentId={current?.id ?? (isManaged ? last : rememberedId)}
      manageHref="/configuration/console-settings"
    />
  );
}
