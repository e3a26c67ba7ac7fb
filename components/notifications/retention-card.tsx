import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import {
  RETENTION_GROUPS,
  type Retention,
  type RetentionGroup,
} from "@/lib/notifications/retention-settings";
import { RetentionForm } from "./retention-form.tsx";
import { RETENTION_LABELS } from "./retention-labels.ts";

type RetentionCardProps = Retention & {
  version: number;
  kept: Record<RetentionGroup, number>;
  canSave: boolean;
};

/** For how long received messages are kept, and how many are; only administrators change it. */
export function RetentionCard({ canSave, version, kept, ...days }: RetentionCardProps) {
  return (
    <Card
      title="Retention"
      description="For how long the history keeps messages. How many there were of each kind is kept for ever."
    >
      {canSave ? (
        // what somebody else saved begins the form anew
        <RetentionForm key={version} {...days} version={version} kept={kept} />
      ) : (
        <DefinitionList
          items={RETENTION_GROUPS.map((group) => ({
            term: RETENTION_LABELS[group],
            value: `${days[group]} days; ${kept[group].toLocaleString("en")} kept now`,
          }))}
        />
      )}
    </Card>
  );
}
