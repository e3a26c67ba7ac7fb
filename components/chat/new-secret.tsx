"use client";

import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";

/** The secret that signs a plain webhook's posts, to be copied now or never. */
export function NewSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Dialog title="Copy the signing secret" onClose={onClose} size="small">
      <DialogBody className="grid content-start gap-4">
        <CodeBlock code={secret} label="Signing secret" wrap />
        <p className="text-pretty">
          Each post carries the header <code className="font-mono text-sm">x-notification-signature</code>:
          the time <code className="font-mono text-sm">t</code> in seconds, and{" "}
          <code className="font-mono text-sm">v1</code>, the HMAC-SHA-256 of the time, a dot and the body
          under this secret.
        </p>
        <Notice tone="caution" title="It is shown only this once">
          The console keeps it encrypted. If it is lost, edit the channel and make a new one.
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
