import { Skeleton } from "@/components/ui/skeleton";
import { TwoPanes } from "./two-panes.tsx";

/** Stands in the dialog while the form's code is on its way. */
export function FormSkeleton() {
  return (
    <TwoPanes
      main={
        <div role="status" className="grid grid-cols-1 gap-4">
          <span className="sr-only">Loading the form</span>
          <Skeleton className="w-48" />
          <Skeleton className="h-64 w-full" />
          <Skeleton className="h-8 w-full" />
          <Skeleton className="h-8 w-full" />
        </div>
      }
      aside={<Skeleton className="w-2/3" />}
    />
  );
}
