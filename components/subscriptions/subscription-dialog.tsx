"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import type { DialogView, SubscriptionsPage } from "@/lib/subscriptions/loaders";

// what a dialog needs (forms, schemas, catalog) is loaded when it is opened, not with the page
const AddSubscriptionDialog = dynamic(() =>
  import("./wizard/add-subscription-dialog.tsx").then((m) => m.AddSubscriptionDialog),
);
const EditSubscriptionDialog = dynamic(() =>
  import("./editor/edit-subscription-dialog.tsx").then((m) => m.EditSubscriptionDialog),
);
const DeleteDialog = dynamic(() => import("./dialogs/delete-dialog.tsx").then((m) => m.DeleteDialog));
const ResendDialog = dynamic(() => import("./dialogs/resend-dialog.tsx").then((m) => m.ResendDialog));
const ConfirmLinkDialog = dynamic(() =>
  import("./dialogs/confirm-link-dialog.tsx").then((m) => m.ConfirmLinkDialog),
);
const VerdictDialog = dynamic(() => import("./dialogs/verdict-dialog.tsx").then((m) => m.VerdictDialog));
const PauseDialog = dynamic(() => import("./dialogs/pause-dialog.tsx").then((m) => m.PauseDialog));
const ResumeDialog = dynamic(() => import("./dialogs/resume-dialog.tsx").then((m) => m.ResumeDialog));
const ExportDialog = dynamic(() => import("./bulk/export-dialog.tsx").then((m) => m.ExportDialog));
const ImportDialog = dynamic(() => import("./bulk/import-dialog.tsx").then((m) => m.ImportDialog));
const DeletePickedDialog = dynamic(() =>
  import("./bulk/delete-picked-dialog.tsx").then((m) => m.DeletePickedDialog),
);
const GoneDialog = dynamic(() => import("./dialogs/gone-dialog.tsx").then((m) => m.GoneDialog));

type SubscriptionDialogProps = {
  topic: SubscriptionsPage["topic"];
  view: DialogView;
  /** The same page without the dialog. */
  closeHref: Route;
};

/** The dialog that the URL names. It closes at once; the URL and the rows follow. */
export function SubscriptionDialog({ topic, view, closeHref }: SubscriptionDialogProps) {
  const router = useRouter();
  const [isClosing, startClosing] = useTransition();
  if (isClosing) return null;
  const onClose = () => startClosing(() => router.replace(closeHref, { scroll: false }));
  switch (view.kind) {
    case "add":
      return (
        <AddSubscriptionDialog topic={topic} known={view.known} from={view.from} closeHref={closeHref} />
      );
    case "edit":
      return (
        <EditSubscriptionDialog subscription={view.subscription} known={view.known} closeHref={closeHref} />
      );
    case "delete":
      return <DeleteDialog subscription={view.subscription} losses={view.losses} onClose={onClose} />;
    case "verdict":
      return (
        <VerdictDialog
          subscription={view.subscription}
          detail={view.detail}
          evidence={view.evidence}
          closeHref={closeHref}
          onClose={onClose}
        />
      );
    case "pause":
      return <PauseDialog subscription={view.subscription} losses={view.losses} onClose={onClose} />;
    case "resume":
      return <ResumeDialog subscription={view.subscription} onClose={onClose} />;
    case "resend":
      return <ResendDialog subscription={view.subscription} onClose={onClose} />;
    case "confirm":
      return <ConfirmLinkDialog subscription={view.subscription} onClose={onClose} />;
    case "export":
      return (
        <ExportDialog
          topicId={topic.id}
          rows={view.rows}
          search={closeHref.split("?")[1] ?? ""}
          onClose={onClose}
        />
      );
    case "import":
      return <ImportDialog topic={topic} onClose={onClose} />;
    case "delete-picked":
      return <DeletePickedDialog topicId={topic.id} onClose={onClose} />;
    case "gone":
      return <GoneDialog onClose={onClose} />;
    default:
      return view satisfies never;
  }
}
