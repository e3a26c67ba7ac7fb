import { toCli } from "./cli.ts";
import { toCloudFormation } from "./cloudformation.ts";
import type { Exported, ExportFormat } from "./exported.ts";
import { toJson } from "./json.ts";
import { toTerraform } from "./terraform.ts";

const WRITERS: Record<ExportFormat, (topicArn: string, list: readonly Exported[]) => string> = {
  terraform: toTerraform,
  cloudformation: toCloudFormation,
  cli: toCli,
  json: toJson,
};

/** A topic's subscriptions in one of the formats. */
export function toText(format: ExportFormat, topicArn: string, list: readonly Exported[]): string {
  return WRITERS[format](topicArn, list);
}
