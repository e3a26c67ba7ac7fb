import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { exportPath } from "@/lib/subscriptions/bulk-query-options";
import type { ExportFormat } from "@/lib/subscriptions/export/exported";

type DownloadButtonProps = { topicId: string; format: ExportFormat; fields: Record<string, string> };

/** Servers take headers of 16 KB; so much of an address leaves room for the rest of them. */
const longestAddress = 4000;

/** A link that can be copied; a form where the address would grow too long. Either way the browser saves a file. */
export function DownloadButton({ topicId, format, fields }: DownloadButtonProps) {
  const given = { ...fields, format };
  const address = `${exportPath(topicId)}?${new URLSearchParams(given)}`;
  const content = (
    <>
      <Download aria-hidden />
      Download
    </>
  );
  if (address.length <= longestAddress)
    return (
      <a href={address} download className={buttonStyle("primary")}>
        {content}
      </a>
    );
  return (
    <form method="post" action={exportPath(topicId)}>
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant="primary">
        {content}
      </Button>
    </form>
  );
}
