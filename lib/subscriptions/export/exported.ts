import type { Protocol, Scope } from "../constants.ts";

/** A subscription as it leaves the console: what AWS needs to make it again, and its ARN where it is known. */
export type Exported = {
  protocol: Protocol;
  endpoint: string;
  /** The policy's JSON text; null for none. */
  filterPolicy: string | null;
  /** False: which filter it has is not known, and its absence here does not mean that it has none. */
  filterKnown: boolean;
  filterPolicyScope: Scope;
  rawDelivery: boolean;
  deadLetterQueueArn: string | null;
  subscriptionRoleArn: string | null;
  arn: string | null;
};

/** Said beside each one whose filter is not known, in every format that has comments. */
export const UNKNOWN_FILTER =
  "The filter of this subscription is not known here: add it before you use this.";

export const EXPORT_FORMATS = ["terraform", "cloudformation", "cli", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_LABELS: Record<ExportFormat, string> = {
  terraform: "Terraform",
  cloudformation: "CloudFormation",
  cli: "AWS CLI",
  json: "JSON",
};

export const EXPORT_EXTENSIONS: Record<ExportFormat, string> = {
  terraform: "tf",
  cloudformation: "template.json",
  cli: "sh",
  json: "json",
};

/**
 * A distinct name for each subscription, made of its protocol and endpoint in the characters that `clean` leaves.
 * Two that come out alike are numbered in order, so that the same list always gets the same names.
 */
export function resourceNames(list: readonly Exported[], clean: (text: string) => string): string[] {
  const taken = new Map<string, number>();
  return list.map(({ protocol, endpoint }) => {
    const name = clean(`${protocol} ${endpoint}`);
    const used = taken.get(name) ?? 0;
    taken.set(name, used + 1);
    return used === 0 ? name : clean(`${name} ${used + 1}`);
  });
}
