"use client";

import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";

/** A token that was just made, to be copied now or never. */
export function NewToken({ token, onClose }: { token: string; onClose: () => void }) {
  return (
    <Dialog title="Copy the API token" onClose={onClose} size="small">
      <DialogBody className="grid content-start gap-4">
        <CodeBlock code={token} label="API token" wrap />
        <Notice tone="caution" title="It is shown only this once">
          The console keeps only a hash of it. Store it where the program keeps its secrets; if it is lost,
          revoke it and create another one.
        </Notice>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onClick={onClose}>
          I have copied it
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
