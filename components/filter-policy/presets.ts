import {
  emptySelection,
  type NotificationType,
  type ProductId,
  type ResultValue,
  type SelectionInput,
  typesOf,
} from "@/lib/catalog";

export type Preset = {
  id: string;
  label: string;
  /** Who wants it, in a few words. */
  description: string;
  types: readonly NotificationType[];
  results: readonly ResultValue[];
};

const presets: readonly Preset[] = [
  {
    id: "problem-files",
    label: "Problem files",
    description: "Infected, suspicious, unreadable and unscannable files",
    types: ["scanResult"],
    results: ["Infected", "Suspicious", "Error", "Unscannable"],
  },
  {
    id: "scan-audit",
    label: "Everything scanned (audit)",
    description: "Every scan result, clean files included: for a queue or an archive",
    types: ["scanResult"],
    results: [],
  },
  {
    id: "matching-files",
    label: "Matching files",
    description: "Files with classified data, and files that could not be read",
    types: ["classificationResult"],
    results: ["Matching", "Error", "Unclassifiable"],
  },
  {
    id: "classification-audit",
    label: "Everything classified (audit)",
    description: "Every classification result: for a queue or an archive",
    types: ["classificationResult"],
    results: [],
  },
  {
    id: "buckets",
    label: "New and public buckets",
    description: "Buckets that were found, or became public or private",
    types: ["bucketsDiscovered", "bucketsPublicAccess"],
    results: [],
  },
  {
    id: "platform",
    label: "Platform updates",
    description: "New versions, low prepaid data and the end of the trial",
    types: ["updatesAvailable", "lowPrepaidData", "trialExpiring"],
    results: [],
  },
];

/** The usual selections that a topic of these products can have. */
export function presetsFor(productIds: readonly ProductId[]): readonly Preset[] {
  const published = typesOf(productIds);
  return presets.filter((preset) => preset.types.every((type) => published.includes(type)));
}

/** The selection a preset begins with. */
export function presetSelection({ types, results }: Preset): SelectionInput {
  return { ...emptySelection, types, results };
}

/** Whether the types and results of a selection are the preset's, in any order. */
export function isPreset(preset: Preset, selection: SelectionInput): boolean {
  return isSameSet(preset.types, selection.types) && isSameSet(preset.results, selection.results);
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}
