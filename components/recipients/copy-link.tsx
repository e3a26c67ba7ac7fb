"use client";

import { Check, Link2 } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";

const shownMs = 2000;

/** Copies the address of the page as it is shown. */
export function CopyLink() {
  const [outcome, setOutcome] = useState<"copied" | "refused">();

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  const Icon = outcome === "copied" ? Check : Link2;
  return (
    <>
      <Button
        onClick={async (event) => {
          const isCopied = await copyText(window.location.href, event.currentTarget);
          setOutcome(isCopied ? "copied" : "refused");
        }}
      >
        <Icon aria-hidden />
        Copy link
      </Button>
      <span role="status" className="sr-only">
        {outcome === "copied" ? "Link copied" : outcome === "refused" ? "The browser refused to copy" : ""}
      </span>
    </>
  );
}
