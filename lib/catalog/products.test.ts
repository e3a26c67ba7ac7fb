import { describe, expect, test } from "vitest";
import { attributesOf } from "./attributes.ts";
import {
  eventBridgeDetailType,
  isNotificationType,
  NOTIFICATION_TYPES,
  notificationTypes,
  severityOf,
} from "./notification-types.ts";
import { products, typeGroups, typesOf } from "./products.ts";
import { CLASSIFICATION_RESULTS, resultsOf, SCAN_RESULTS, SEVERITIES } from "./results.ts";

describe("products", () => {
  test("carry the names and numbers of types of their help page", () => {
    expect(Object.values(products).map(({ name, types }) => [name, types.length])).toEqual([
      ["Antivirus for Amazon S3", 10],
      ["Classification for Amazon S3", 8],
    ]);
  });

  test("list a shared type once on a common topic, in an order that does not depend on theirs", () => {
    expect(typesOf(["antivirus", "classification"])).toEqual(NOTIFICATION_TYPES);
    expect(typesOf(["classification", "antivirus"])).toEqual(NOTIFICATION_TYPES);
  });

  test("group their own types before the shared ones", () => {
    expect(typeGroups(["classification", "antivirus"])).toEqual([
      { products: ["antivirus"], types: ["scanResult", "largeFileScan", "bucketCrawling"] },
      { products: ["classification"], types: ["classificationResult"] },
      {
        products: ["antivirus", "classification"],
        types: [
          "bucketsDiscovered",
          "bucketProtection",
          "bucketsPublicAccess",
          "bucketAutoProtectionFailed",
          "updatesAvailable",
          "lowPrepaidData",
          "trialExpiring",
        ],
      },
    ]);
    expect(typeGroups(["antivirus"])).toEqual([{ products: ["antivirus"], types: products.antivirus.types }]);
  });
});

describe("results", () => {
  test("are written in PascalCase, worst first, Suspicious marked as newer", () => {
    expect(SCAN_RESULTS).toEqual([
      "Infected",
      "Suspicious",
      "Error",
      "Unscannable",
      "InfectedAllowed",
      "Clean",
    ]);
    expect(CLASSIFICATION_RESULTS).toEqual(["Matching", "Error", "Unclassifiable", "NonMatching"]);
    expect(resultsOf("scanResult").filter((result) => result.newerEngine)).toMatchObject([
      { value: "Suspicious" },
    ]);
  });

  test.each(["scanResult", "classificationResult"] as const)(
    "of %s never grow worse down the list",
    (type) => {
      const ranks = resultsOf(type).map((result) => SEVERITIES.indexOf(result.severity));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    },
  );

  test("decide the severity of a message; all other types are the system's", () => {
    expect(severityOf("scanResult", "Infected")).toBe("critical");
    expect(severityOf("classificationResult", "NonMatching")).toBe("none");
    expect(severityOf("classificationResult", "Infected")).toBeUndefined();
    expect(severityOf("scanResult", undefined)).toBeUndefined();
    expect(severityOf("bucketsPublicAccess", undefined)).toBe("system");
  });

  test("blame a missing KMS permission on Error, and a password on Unscannable", () => {
    const about = (word: string) =>
      resultsOf("scanResult")
        .filter((result) => result.description.includes(word))
        .map((result) => result.value);
    expect(about("KMS")).toEqual(["Error"]);
    expect(about("password")).toEqual(["Unscannable"]);
  });
});

describe("notification types", () => {
  test("are named in camelCase on the wire, and by no other spelling", () => {
    expect(NOTIFICATION_TYPES.filter((type) => !/^[a-z]+([A-Z][a-z]+)*$/.test(type))).toEqual([]);
    expect(
      ["ScanResult", "bucketPublicAccess", "classificationResults", "account"].filter(isNotificationType),
    ).toEqual([]);
  });

  test("become PascalCase in EventBridge", () => {
    expect(eventBridgeDetailType("scanResult")).toBe("ScanResult");
    expect(eventBridgeDetailType("bucketAutoProtectionFailed")).toBe("BucketAutoProtectionFailed");
  });

  test("each have a label of their own and one sentence", () => {
    const infos = Object.values(notificationTypes);
    expect(new Set(infos.map(({ label }) => label)).size).toBe(NOTIFICATION_TYPES.length);
    expect(infos.filter(({ description }) => !/^[A-Z][^.]*\.$/.test(description))).toEqual([]);
  });
});

describe("attributes", () => {
  const rows = NOTIFICATION_TYPES.map((type) => [
    type,
    attributesOf(type)
      .map(({ name, required }) => (required ? name : `${name}?`))
      .join(" "),
  ]);

  test("are those of the product's messages", () => {
    expect(Object.fromEntries(rows)).toEqual({
      scanResult: "notificationType scanResult bucket accountId key? scanType? scanResultKind?",
      classificationResult: "notificationType classificationResult bucket accountId key?",
      largeFileScan: "notificationType accountId bucket? key?",
      bucketsDiscovered: "notificationType accountId",
      bucketProtection: "notificationType accountId bucket?",
      bucketCrawling: "notificationType accountId bucket?",
      bucketsPublicAccess: "notificationType accountId",
      bucketAutoProtectionFailed: "notificationType accountId bucket?",
      updatesAvailable: "notificationType",
      lowPrepaidData: "notificationType",
      trialExpiring: "notificationType",
    });
  });

  test("are real only where a message is public", () => {
    const real = NOTIFICATION_TYPES.filter((type) =>
      attributesOf(type).every(({ provenance }) => provenance === "real"),
    );
    expect(real).toEqual(["scanResult"]);
  });
});
