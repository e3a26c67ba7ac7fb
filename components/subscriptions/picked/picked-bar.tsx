"use client";

import { Download, Trash2, X } from "lucide-react";
import type { Route } from "next";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { useFlash } from "@/components/ui/flash";
import { fetchMatchingIds } from "@/lib/subscriptions/bulk-query-options";
import { BULK_AT_MOST } from "@/lib/subscriptions/constants";
import { pick, unpickAll, usePicked } from "./picked-rows.ts";

type PickedBarProps = {
  topicId: string;
  /** The ids of the rows of this page. */
  pageIds: readonly string[];
  /** How many rows the search finds in all, and the search. */
  total: number;
  search: string;
  isFiltered: boolean;
  exportHref: Route;
  deleteHref: Route;
};

/** What is selected, on this page and elsewhere, and what can be done with it. Absent while nothing is. */
export function PickedBar(props: PickedBarProps) {
  const { topicId, pageIds } = props;
  const picked = usePicked(topicId);
  const elsewhere = picked.size - pageIds.filter((id) => picked.has(id)).length;
  return (
    <section aria-label="Selected subscriptions" className="empty:hidden">
      {picked.size === 0 ? null : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-accent/35 bg-accent-soft px-3 py-2">
          <p role="status" className="min-w-0">
            <span className="font-semibold">{picked.size.toLocaleString("en")} selected</span>
            {elsewhere > 0 ? `, ${elsewhere.toLocaleString("en")} of them not on this page` : null}
          </p>
          <PickAll {...props} picked={picked} />
          <div className="ml-auto flex flex-wrap items-center gap-2">
            <ButtonLink size="sm" href={props.exportHref} scroll={false}>
              <Download aria-hidden />
              Export
            </ButtonLink>
            <ButtonLink size="sm" variant="danger" href={props.deleteHref} scroll={false}>
              <Trash2 aria-hidden />
              Delete
            </ButtonLink>
            <Button size="sm" variant="ghost" onClick={() => unpickAll(topicId)}>
              <X aria-hidden />
              Clear selection
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

type PickAllProps = PickedBarProps & { picked: ReadonlySet<string> };

/** First the rest of the page, which stacked rows offer nowhere else; then everything that the search finds. */
function PickAll({ topicId, pageIds, picked, total, search, isFiltered }: PickAllProps) {
  const flash = useFlash();
  const [pending, startTransition] = useTransition();
  const isPagePicked = pageIds.every((id) => picked.has(id));
  if (!isPagePicked)
    return (
      <Button size="sm" variant="ghost" onClick={() => pick(topicId, pageIds)}>
        Select this page
      </Button>
    );
  if (total <= pageIds.length || picked.size >= Math.min(total, BULK_AT_MOST)) return null;
  const pickMatching = () =>
    startTransition(async () => {
      const ids = await fetchMatchingIds(topicId, search).catch(() => null);
      if (ids) pick(topicId, ids);
      else flash({ tone: "negative", text: "The console did not answer. Nothing was selected; try again." });
    });
  const count = Math.min(total, BULK_AT_MOST).toLocaleString("en");
  return (
    <Button size="sm" variant="ghost" pending={pending} onClick={pickMatching}>
      {total > BULK_AT_MOST ? `Select the first ${count}` : `Select all ${count}`}
      {isFiltered ? " that match" : null}
    </Button>
  );
}
