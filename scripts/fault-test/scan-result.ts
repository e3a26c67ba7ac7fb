import type { PublishBatchRequestEntry } from "@aws-sdk/client-sns";

const RESULTS = ["Clean", "Infected", "Unscannable", "Error"];

/** A scan result as the product publishes it, told apart by its object's key. */
export function scanResult(n: number): PublishBatchRequestEntry {
  const result = RESULTS[n % RESULTS.length] ?? "Clean";
  const bucketName = `bucket-${n % 50}`;
  const attributes = {
    notificationType: "scanResult",
    scanResult: result,
    bucket: bucketName,
    key: String(n),
  };
  return {
    Id: String(n),
    Subject: `Scan result: ${result}`,
    Message: JSON.stringify({
      bucketName,
      key: String(n),
      scanResult: { result },
      dateScanned: "2026-01-01T00:00:00Z",
    }),
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: "String", StringValue }]),
    ),
  };
}
