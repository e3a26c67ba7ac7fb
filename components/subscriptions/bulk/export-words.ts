import type { ExportFormat } from "@/lib/subscriptions/export/exported";
import type { ExportFacts } from "@/lib/subscriptions/service/export";

const number = (n: number) => n.toLocaleString("en");

/** How many subscriptions an export holds. */
export function exportCount({ exported }: Pick<ExportFacts, "exported">): string {
  return `${number(exported)} ${exported === 1 ? "subscription" : "subscriptions"}`;
}

/** What is to be known before an export is used, in sentences; empty when nothing is. */
export function exportCautions({ unknown, paused, leftOut, tooMany }: ExportFacts): string[] {
  return [
    unknown > 0
      ? `The filter of ${number(unknown)} is not known here, because AWS shows it only once it is confirmed. The export marks ${unknown === 1 ? "it" : "them"}: add the filter before you use it.`
      : "",
    paused > 0 ? `${number(paused)} paused: exported with the filter that comes back when it resumes.` : "",
    leftOut > 0
      ? `${number(leftOut)} left out, because AWS has ${leftOut === 1 ? "it" : "them"} no more. Select ${leftOut === 1 ? "it" : "them"} in the list to export ${leftOut === 1 ? "it" : "them"} all the same.`
      : "",
    tooMany > 0 ? `${number(tooMany)} more do not fit one export: narrow the search.` : "",
  ].filter(Boolean);
}

/** What each format is good for. */
export const EXPORT_USES: Record<ExportFormat, string> = {
  terraform: "With import blocks: terraform plan takes over what exists instead of subscribing again.",
  cloudformation: "A template. A new stack of it subscribes; resource import takes over what exists.",
  cli: "A shell script that subscribes each endpoint. Running it again changes nothing.",
  json: "Everything the console knows of a filter. Import reads it back, here or in another console.",
};
