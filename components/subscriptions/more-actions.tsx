import { Download, Upload } from "lucide-react";
import { Menu } from "@/components/ui/menu";
import { type ListPlace, listHref } from "./list-href.ts";

/** What is done with many subscriptions at once. */
export function MoreActions({ place }: { place: ListPlace }) {
  return (
    <Menu
      label="More actions"
      items={[
        { label: "Export", icon: <Download aria-hidden />, href: listHref(place, {}, { dialog: "export" }) },
        { label: "Import", icon: <Upload aria-hidden />, href: listHref(place, {}, { dialog: "import" }) },
      ]}
    />
  );
}
