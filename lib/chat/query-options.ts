import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ChatLayout, ChatPlatform } from "./constants.ts";
import type { PreviewAnswer } from "./preview-answer.ts";

type Asked = { platform: ChatPlatform; layout: ChatLayout; sampleId: string };

/** A sample as the chat would show it. The last one stays until the next is there. */
export function previewOptions(topicId: string, asked: Asked) {
  return queryOptions({
    queryKey: ["chat-preview", topicId, asked],
    queryFn: async ({ signal }): Promise<PreviewAnswer> => {
      const address = `/api/topics/${encodeURIComponent(topicId)}/chat-preview?${new URLSearchParams(asked)}`;
      const response = await fetch(address, { signal });
      if (!response.ok) throw new Error(`The console answered ${response.status}`);
      return response.json();
    },
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
