"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { describeField, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { addTopicSchema } from "@/lib/topics/schema";

/** Adds a topic to the list that the listing does not show, such as one of another account. */
export function PasteTopic({ onPaste }: { onPaste: (arn: string) => void }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const described = {
    id: "topic-arn",
    error,
    hint: "For a topic of another region or account, or one that your AWS role may not list.",
  };

  const paste = (event: FormEvent) => {
    event.preventDefault();
    const parsed = addTopicSchema.shape.arn.safeParse(text);
    if (!parsed.success) return setError(parsed.error.issues[0]?.message);
    onPaste(parsed.data);
    setText("");
    setError(undefined);
  };

  return (
    <form onSubmit={paste} noValidate>
      <Field {...described} label="Or paste a topic ARN">
        <div className="flex gap-2">
          <Input
            {...describeField(described)}
            mono
            value={text}
            placeholder="arn:aws:sns:us-east-1:123456789012:name"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit">Add to the list</Button>
        </div>
      </Field>
    </form>
  );
}
