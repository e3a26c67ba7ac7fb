import type { ReactNode } from "react";
import { Notice } from "./notice.tsx";
import { RelativeTime } from "./relative-time.tsx";

type StaleBannerProps = {
  /** When what is shown was last known to be true; undefined when it never was. */
  asOf: Date | undefined;
  /** Why nothing newer could be had. */
  reason: ReactNode;
  retry?: ReactNode;
};

/** The page still shows what it knows, and since when that has not been checked. */
export function StaleBanner({ asOf, reason, retry }: StaleBannerProps) {
  return (
    <Notice tone="warning" role="status" action={retry}>
      {reason}{" "}
      {asOf ? (
        <>
          What you see was last checked <RelativeTime at={asOf} />.
        </>
      ) : (
        "What you see has not been checked yet."
      )}
    </Notice>
  );
}
