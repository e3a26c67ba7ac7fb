import { CopyButton } from "@/components/ui/copy-button";
import { MiddleCut } from "@/components/ui/middle-cut";
import { RelativeTime } from "@/components/ui/relative-time";
import type { FactValue } from "@/lib/notifications/facts";

/** A value of a message. Long names lose their middle and can be copied whole. */
export function FactValueView({ value }: { value: FactValue }) {
  switch (value.kind) {
    case "unset":
      return <span className="text-muted">Not set</span>;
    case "time":
      return <RelativeTime at={value.at} />;
    case "text":
      return <span className="wrap-anywhere">{value.text}</span>;
    case "name":
      return (
        <span className="flex min-w-0 items-center gap-1">
          <MiddleCut text={value.text} tail={16} />
          <CopyButton text={value.exact} label={`Copy ${value.text}`} />
        </span>
      );
    default:
      return value satisfies never;
  }
}
