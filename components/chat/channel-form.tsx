"use client";

import { useEffect } from "react";
import { useWatch } from "react-hook-form";
import { SelectionFields } from "@/components/filter-policy/selection-fields";
import { RadioCardsField } from "@/components/forms/radio-cards-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { FormProblems } from "@/components/subscriptions/wizard/form-problems";
import { TwoPanes } from "@/components/subscriptions/wizard/two-panes";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import { CHAT_LAYOUTS, CHAT_PLATFORMS, MAX_NAME_LENGTH, PLATFORM_LABELS } from "@/lib/chat/constants";
import type { ChannelDialogProps } from "./channel-dialog.tsx";
import { LAYOUT_HINTS, LAYOUT_LABELS } from "./channel-words.ts";
import { PLATFORM_HINTS } from "./platform-hints.ts";
import { PreviewPane } from "./preview/preview-pane.tsx";
import { RenewSecret } from "./renew-secret.tsx";
import { TestButton } from "./test-button.tsx";
import { UrlField } from "./url-field.tsx";
import { useChannelForm } from "./use-channel-form.ts";

type ChannelFormProps = ChannelDialogProps & {
  onDirtyChange: (isDirty: boolean) => void;
  onCancel: () => void;
  onSecret: (secret: string) => void;
};

const names = { types: "types", results: "results", buckets: "buckets", accounts: "accounts" } as const;

export function ChannelForm(props: ChannelFormProps) {
  const { topic, channel, offer, onClose, onDirtyChange, onCancel, onSecret } = props;
  const form = useChannelForm({ topic, channel, onClose, onSecret });
  useEffect(() => onDirtyChange(form.dirty), [form.dirty, onDirtyChange]);
  const [platform, layout] = useWatch({ control: form.form.control, name: ["platform", "layout"] });

  return (
    <form className="contents" onSubmit={form.submit} noValidate>
      <TwoPanes
        main={
          <div className="grid grid-cols-1 gap-5">
            {channel ? null : (
              <RadioCardsField
                form={form}
                name="platform"
                legend="Where the messages go"
                columns={2}
                required
                items={CHAT_PLATFORMS.map((value) => ({
                  value,
                  label: PLATFORM_LABELS[value],
                  description: PLATFORM_HINTS[value],
                }))}
              />
            )}
            <TextField
              form={form}
              name="name"
              label="Name"
              hint="As people know it, such as #malware-alerts"
              required
              maxLength={MAX_NAME_LENGTH}
              autoComplete="off"
            />
            <UrlField form={form} channel={channel} />
            {channel?.platform === "webhook" ? <RenewSecret form={form} /> : null}
            <hr />
            <SelectionFields form={form} names={names} products={topic.products} known={offer.known} />
            <hr />
            <RadioCardsField
              form={form}
              name="layout"
              legend="Layout"
              columns={3}
              required
              items={CHAT_LAYOUTS.map((value) => ({
                value,
                label: LAYOUT_LABELS[value],
                description: LAYOUT_HINTS[value],
              }))}
            />
          </div>
        }
        aside={
          <PreviewPane
            topicId={topic.id}
            platform={platform}
            layout={layout}
            samples={offer.samples}
            renderTest={(sampleId) => <TestButton form={form} sampleId={sampleId} />}
          />
        }
      />
      <FormProblems form={form} />
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton form={form}>{channel ? "Save changes" : "Add channel"}</SubmitButton>
      </DialogFooter>
    </form>
  );
}
