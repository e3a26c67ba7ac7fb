/** How urgent a message is, worst first. `system` is for every message that is not a result. */
export const SEVERITIES = ["critical", "high", "medium", "low", "none", "system"] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Values of the attribute `scanResult`, worst first. Matching at SNS is case-sensitive. */
export const SCAN_RESULTS = [
  "Infected",
  "Suspicious",
  "Error",
  "Unscannable",
  "InfectedAllowed",
  "Clean",
] as const;

/** Values of the attribute `classificationResult`, worst first. */
export const CLASSIFICATION_RESULTS = ["Matching", "Error", "Unclassifiable", "NonMatching"] as const;

export type ScanResult = (typeof SCAN_RESULTS)[number];
export type ClassificationResult = (typeof CLASSIFICATION_RESULTS)[number];
export type ResultValue = ScanResult | ClassificationResult;

/** A notification type that reports a result. The attribute that carries the result has the type's own name. */
export const RESULT_TYPES = ["scanResult", "classificationResult"] as const;

export type ResultType = (typeof RESULT_TYPES)[number];

export type ResultInfo = {
  readonly label: string;
  readonly severity: Exclude<Severity, "system">;
  readonly description: string;
  /** Only newer engines report it; older deployments never publish it. */
  readonly newerEngine: boolean;
};

const scanResults: Record<ScanResult, ResultInfo> = {
  Infected: {
    label: "Infected",
    severity: "critical",
    description: "Malware was found in the object.",
    newerEngine: false,
  },
  Suspicious: {
    label: "Suspicious",
    severity: "high",
    description: "No malware was found, but the object does not look like what its file type says.",
    newerEngine: true,
  },
  Error: {
    label: "Error",
    severity: "high",
    description:
      "The object could not be read: a missing KMS permission, a bucket policy, a broken cross-account role, or it was gone.",
    newerEngine: false,
  },
  Unscannable: {
    label: "Unscannable",
    severity: "medium",
    description: "The object cannot be scanned: password protected, too large, or an unsupported format.",
    newerEngine: false,
  },
  InfectedAllowed: {
    label: "Infected (allowed)",
    severity: "low",
    description: "Malware was found, and an administrator has allowed this object before.",
    newerEngine: false,
  },
  Clean: {
    label: "Clean",
    severity: "none",
    description: "Nothing was found.",
    newerEngine: false,
  },
};

const classificationResults: Record<ClassificationResult, ResultInfo> = {
  Matching: {
    label: "Matching",
    severity: "critical",
    description: "The object contains data that a classification rule looks for.",
    newerEngine: false,
  },
  Error: {
    label: "Error",
    severity: "high",
    description:
      "The object could not be read: a missing KMS permission, a broken cross-account role, or it was gone.",
    newerEngine: false,
  },
  Unclassifiable: {
    label: "Unclassifiable",
    severity: "medium",
    description: "The object cannot be classified: password protected, too large, or not text.",
    newerEngine: false,
  },
  NonMatching: {
    label: "Non-matching",
    severity: "none",
    description: "No rule found anything.",
    newerEngine: false,
  },
};

export type ResultEntry = ResultInfo & { readonly value: ResultValue };

const entries: Record<ResultType, readonly ResultEntry[]> = {
  scanResult: SCAN_RESULTS.map((value) => ({ value, ...scanResults[value] })),
  classificationResult: CLASSIFICATION_RESULTS.map((value) => ({ value, ...classificationResults[value] })),
};

/** The results that messages of `type` report, worst first: the order every list of results is shown in. */
export function resultsOf(type: ResultType): readonly ResultEntry[] {
  return entries[type];
}

/** Whether any product reports `value` as a result. */
export function isResultValue(value: string): value is ResultValue {
  return RESULT_TYPES.some((type) => findResult(type, value) !== undefined);
}

/** The catalog entry of one result of `type`, or undefined for a value the product does not publish. */
export function findResult(type: ResultType, value: string): ResultEntry | undefined {
  return entries[type].find((entry) => entry.value === value);
}
