import type { Metadata } from "next";
import { actionFacet } from "@/components/audit/action-facet";
import { auditHref } from "@/components/audit/audit-href";
import { AuditList } from "@/components/audit/audit-list";
import { Facets } from "@/components/ui/facets";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search-box";
import { AUDIT_PAGE_SIZES } from "@/lib/audit/constants";
import { loadAuditPage } from "@/lib/audit/loaders";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditRoute({ searchParams }: PageProps<"/monitoring/audit">) {
  const page = await loadAuditPage(await searchParams);
  const { query, total } = page;
  return (
    <>
      <PageHeader title="Audit" description="Who changed what, and what was noticed at AWS." />
      <div className="grid grid-cols-1 gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <SearchBox label="Search audit" />
          <Facets facets={[actionFacet(page)]} clearAllHref={auditHref(query, { action: [], q: "" })} />
        </div>
        <AuditList page={page} />
        <Pagination
          page={query.page}
          pageSize={query.size}
          total={total}
          hrefFor={(number) => auditHref(query, { page: number })}
          sizes={AUDIT_PAGE_SIZES.map((size) => ({ size, href: auditHref(query, { size }) }))}
        />
      </div>
    </>
  );
}
