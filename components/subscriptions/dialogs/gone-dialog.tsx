"use client";

import { MessageDialog } from "./message-dialog.tsx";

export function GoneDialog({ onClose }: { onClose: () => void }) {
  return (
    <MessageDialog title="This subscription is not in the list any more" onClose={onClose}>
      Somebody deleted or hid it since this address was made. The audit log says who and when.
    </MessageDialog>
  );
}
