"use client";

import { FileUp } from "lucide-react";
import { type FormEvent, useId, useRef, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { describeField, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { ImportTopic } from "./import-dialog.tsx";

type ImportDocumentProps = {
  topic: ImportTopic;
  text: string;
  onTextChange: (text: string) => void;
  issues: readonly { path: string; message: string }[];
  onCheck: (text: string) => Promise<void>;
  onClose: () => void;
};

const issuesShown = 20;
const hint = "The JSON that Export makes, of this console or another.";

/** Takes the document, by paste or as a file, and says everything that is wrong with it. */
export function ImportDocument({ topic, text, onTextChange, issues, onCheck, onClose }: ImportDocumentProps) {
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [pending, startTransition] = useTransition();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "" && !pending) startTransition(() => onCheck(text));
  };
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    startTransition(async () => {
      const content = await chosen.text();
      onTextChange(content);
      await onCheck(content);
    });
  };

  return (
    <Dialog title="Import subscriptions" description={`To ${topic.name}`} onClose={onClose} size="wide">
      <form className="contents" onSubmit={submit} noValidate>
        <DialogBody className="grid content-start gap-4">
          <p className="max-w-prose">
            Nothing is made yet: first you see what each subscription of the document would do here, and
            choose.
          </p>
          <Field id={id} label="Document" hint={hint} required>
            <Textarea
              {...describeField({ id, hint, required: true })}
              mono
              rows={12}
              value={text}
              autoComplete="off"
              onChange={(event) => onTextChange(event.target.value)}
            />
          </Field>
          <div>
            <input
              ref={file}
              type="file"
              accept=".json,application/json"
              aria-label="JSON file"
              tabIndex={-1}
              className="sr-only"
              onChange={(event) => {
                choose(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
            <Button onClick={() => file.current?.click()}>
              <FileUp aria-hidden />
              Choose a JSON file
            </Button>
          </div>
          <div role="alert" className="empty:hidden">
            {issues.length > 0 ? <Issues issues={issues} /> : null}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending} disabled={text.trim() === ""}>
            Check document
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function Issues({ issues }: Pick<ImportDocumentProps, "issues">) {
  const more = issues.length - issuesShown;
  return (
    <Notice tone="negative" title="The document cannot be imported">
      <ul className="grid gap-1">
        {issues.slice(0, issuesShown).map(({ path, message }) => (
          <li key={`${path} ${message}`} className="wrap-anywhere">
            {path ? <code className="mr-1.5 font-mono text-sm">{path}</code> : null}
            {message}
          </li>
        ))}
        {more > 0 ? <li>and {more.toLocaleString("en")} more</li> : null}
      </ul>
    </Notice>
  );
}
