"use client";

import { useWatch } from "react-hook-form";
import { TextField } from "@/components/forms/text-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Notice } from "@/components/ui/notice";
import type { ChannelView } from "@/lib/chat/channel-view";
import { unknownHostNote } from "@/lib/chat/known-hosts";
import type { ChannelInput } from "@/lib/chat/schema";
import { URL_EXAMPLES } from "./platform-hints.ts";

type UrlFieldProps = { form: ActionForm<ChannelInput>; channel: ChannelView | null };

/** The webhook's address: a secret, so what is stored is never shown again. */
export function UrlField({ form, channel }: UrlFieldProps) {
  const [platform, url] = useWatch({ control: form.form.control, name: ["platform", "url"] });
  const note = unknownHostNote(platform, url.trim());
  return (
    <div className="grid grid-cols-1 gap-2">
      <TextField
        form={form}
        name="url"
        label="Webhook URL"
        hint={
          channel
            ? `Stored: ${channel.webhook.host} …${channel.webhook.lastFour}. Leave it empty to keep it.`
            : "Whoever knows it can post. It is kept encrypted, and not shown again."
        }
        required={channel === null}
        mono
        inputMode="url"
        placeholder={URL_EXAMPLES[platform]}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div role="status" className="empty:hidden">
        {note ? <Notice tone="caution">{note}</Notice> : null}
      </div>
    </div>
  );
}
