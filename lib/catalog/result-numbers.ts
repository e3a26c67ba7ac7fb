import type { ClassificationResult, ScanResult } from "./results.ts";

/**
 * The word for each number that bodies give in place of a result: scans of 2021, and every classification. Only 1 was
 * ever seen in public; the rest is proposed. The index is the number.
 */
export const RESULT_NUMBERS = {
  scanResult: ["Clean", "Infected", "Unscannable", "Error", "InfectedAllowed", "Suspicious"],
  classificationResult: ["NonMatching", "Matching", "Unclassifiable", "Error"],
} as const satisfies {
  scanResult: readonly ScanResult[];
  classificationResult: readonly ClassificationResult[];
};
