import { KeyRound, Trash2 } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Menu } from "@/components/ui/menu";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { type Column, Table } from "@/components/ui/table";
import { API_SCOPE_LABELS, TOKEN_PREFIX } from "@/lib/api-tokens/constants";
import type { ApiTokenView } from "@/lib/api-tokens/loaders";
import { ApiTokenDialogs } from "./api-token-dialogs.tsx";
import { CREATE_TOKEN_HREF, revokeTokenHref } from "./token-href.ts";

const columns: readonly Column<ApiTokenView>[] = [
  {
    id: "name",
    header: "Name",
    isRowHeader: true,
    cell: ({ name, lastFour }) => (
      <span className="grid min-w-0 grid-cols-1 py-1">
        <span className="font-medium wrap-anywhere">{name}</span>
        <span className="font-mono text-sm text-muted">
          {TOKEN_PREFIX}…{lastFour}
        </span>
      </span>
    ),
  },
  {
    id: "scopes",
    header: "Scopes",
    cell: ({ scopes }) => scopes.map((scope) => API_SCOPE_LABELS[scope].label).join(", "),
  },
  {
    id: "expires",
    header: "Expires",
    cell: (token) => <Expiry token={token} />,
    className: "whitespace-nowrap",
  },
  {
    id: "used",
    header: "Last used",
    cell: ({ lastUsedAt }) => (lastUsedAt ? <RelativeTime at={lastUsedAt} /> : "Never"),
    className: "whitespace-nowrap",
  },
  {
    id: "created",
    header: "Created",
    cell: ({ createdAt, createdBy }) => (
      <>
        <RelativeTime at={createdAt} /> <span className="text-muted">by {createdBy}</span>
      </>
    ),
  },
  {
    id: "actions",
    header: "Actions",
    isActions: true,
    cell: ({ id, name }) => (
      <Menu
        label={`Actions for ${name}`}
        items={[{ label: "Revoke", icon: <Trash2 aria-hidden />, danger: true, href: revokeTokenHref(id) }]}
      />
    ),
  },
];

type ApiTokensCardProps = {
  /** Null for whoever may not manage them. */
  tokens: readonly ApiTokenView[] | null;
  /** What the address asks for. */
  dialog: unknown;
  id: unknown;
};

/** The tokens by which programs may use /api/v1, for administrators. */
export function ApiTokensCard({ tokens, dialog, id }: ApiTokensCardProps) {
  if (!tokens) return null;
  const named = tokens.find((token) => token.id === id);
  return (
    <section aria-labelledby="api-tokens" className="grid grid-cols-1 gap-3">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="api-tokens" className="text-lg font-semibold">
            API tokens
          </h2>
          <p className="text-muted">
            Let programs publish and read notifications at <code className="font-mono">/api/v1</code>. What it
            takes and answers:{" "}
            <a href="/api/v1/openapi.json" className="text-accent underline underline-offset-2">
              OpenAPI document
            </a>
            .
          </p>
        </div>
        <ButtonLink href={CREATE_TOKEN_HREF} scroll={false}>
          Create token
        </ButtonLink>
      </header>
      <Table
        caption="API tokens"
        columns={columns}
        rows={tokens}
        rowKey={(token) => token.id}
        empty={
          <EmptyState icon={<KeyRound />} title="No API tokens yet" headingLevel={3}>
            Create one for each program, so that each can be told apart and revoked alone.
          </EmptyState>
        }
      />
      {dialog === "create-token" ? <ApiTokenDialogs dialog={{ kind: "create" }} /> : null}
      {dialog === "revoke-token" && named ? (
        <ApiTokenDialogs dialog={{ kind: "revoke", id: named.id, name: named.name }} />
      ) : null}
    </section>
  );
}

function Expiry({ token: { expiresAt, isExpired } }: { token: ApiTokenView }) {
  if (!expiresAt) return "Never";
  if (!isExpired) return <RelativeTime at={expiresAt} />;
  return (
    <Status tone="caution" detail={<RelativeTime at={expiresAt} />}>
      Expired
    </Status>
  );
}
