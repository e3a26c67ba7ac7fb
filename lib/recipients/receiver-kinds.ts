import { CHAT_PLATFORMS, type ChatPlatform, PLATFORM_LABELS } from "@/lib/chat/constants";
import { PROTOCOL_LABELS, PROTOCOLS, type Protocol } from "@/lib/subscriptions/constants";

/** How somebody is told: through a subscription's protocol, or in a chat of ours. */
export const RECEIVER_KINDS = [...PROTOCOLS, ...CHAT_PLATFORMS] as const;
export type ReceiverKind = Protocol | ChatPlatform;

export const RECEIVER_LABELS: Record<ReceiverKind, string> = { ...PROTOCOL_LABELS, ...PLATFORM_LABELS };

export function isChat(kind: ReceiverKind): kind is ChatPlatform {
  return CHAT_PLATFORMS.some((platform) => platform === kind);
}
