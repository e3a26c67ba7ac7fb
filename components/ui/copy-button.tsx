"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { copyText } from "./copy-text.ts";
import { IconButton } from "./icon-button.tsx";

type CopyButtonProps = { text: string; label?: string };

const shownMs = 2000;

/** Copies exactly `text` and says whether it did. */
export function CopyButton({ text, label = "Copy" }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "refused">();

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  return (
    <>
      <IconButton
        size="sm"
        className="align-middle"
        label={outcome === "refused" ? "The browser refused to copy" : label}
        onClick={async (event) => {
          const isCopied = await copyText(text, event.currentTarget);
          setOutcome(isCopied ? "copied" : "refused");
        }}
      >
        {outcome === "copied" ? (
          <Check aria-hidden className="text-positive" />
        ) : (
          <Copy aria-hidden className={outcome === "refused" ? "text-negative" : undefined} />
        )}
      </IconButton>
      <span role="status" className="sr-only">
        {outcome === "copied" ? "Copied" : outcome === "refused" ? "The browser refused to copy" : ""}
      </span>
    </>
  );
}
