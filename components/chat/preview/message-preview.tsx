import clsx from "clsx";
import type { ReactNode } from "react";
import type { ChatPlatform } from "@/lib/chat/constants";
import type { Preview } from "@/lib/chat/preview";
import { PreviewRows } from "./preview-rows.tsx";

type MessagePreviewProps = { platform: ChatPlatform; preview: Preview };

/** A rendered message in a likeness of its chat: always as light as most people's chats are, whatever our theme. */
export function MessagePreview({ platform, preview }: MessagePreviewProps) {
  if (platform === "webhook") return <PreviewRows rows={preview.rows} />;
  return (
    <div className="rounded-lg border border-[#d9d9de] bg-[#ffffff] p-3 text-[#1d1c1d] [color-scheme:light]">
      <div className="flex items-center gap-2.5">
        <span
          aria-hidden
          className="grid size-9 shrink-0 place-items-center rounded-md bg-[#1f4e79] text-sm font-bold text-[#ffffff]"
        >
          PN
        </span>
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <span className="font-bold">Proactive Notifications</span>
          <span className="text-xs text-[#5c5c63]">{SENDERS[platform]}</span>
        </p>
      </div>
      <Frame platform={platform} preview={preview}>
        <PreviewRows rows={preview.rows} />
      </Frame>
    </div>
  );
}

const SENDERS: Record<Exclude<ChatPlatform, "webhook">, string> = {
  slack: "App · now",
  teams: "Workflows · now",
  chime: "Webhook · now",
};

const TINTS: Record<NonNullable<Preview["tint"]>, string> = {
  attention: "border-[#c4314b]",
  warning: "border-[#b7791f]",
  good: "border-[#237b4b]",
  accent: "border-[#4f52b2]",
  emphasis: "border-[#8a8a92]",
};

function Frame({ platform, preview, children }: MessagePreviewProps & { children: ReactNode }) {
  if (platform === "teams")
    return (
      <div
        className={clsx(
          "mt-2.5 rounded-md border border-t-4 bg-[#fafafa] p-3",
          preview.tint ? TINTS[preview.tint] : "border-[#d9d9de]",
        )}
      >
        {children}
      </div>
    );
  if (preview.color === null) return <div className="mt-2.5">{children}</div>;
  return (
    <div className="mt-2.5 flex gap-2.5">
      {/* the colour is the renderer's own, one of a few */}
      <span aria-hidden className="w-1 shrink-0 rounded-full" style={{ backgroundColor: preview.color }} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
