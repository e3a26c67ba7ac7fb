import type { MessageBodies, NotificationType } from "@/lib/catalog";
import {
  bucketAutoProtectionFailed,
  bucketCrawling,
  bucketProtection,
  largeFileScan,
} from "./kinds/account-kinds.ts";
import { bucketsDiscovered, bucketsPublicAccess } from "./kinds/bucket-lists.ts";
import { classificationResult } from "./kinds/classification-result.ts";
import { lowPrepaidData, trialExpiring, updatesAvailable } from "./kinds/deployment-kinds.ts";
import type { Kind } from "./kinds/kind.ts";
import { scanResult } from "./kinds/scan-result.ts";

/** How each notification type is published; every body is the catalog's. */
export const kinds = {
  scanResult,
  classificationResult,
  largeFileScan,
  bucketsDiscovered,
  bucketProtection,
  bucketCrawling,
  bucketsPublicAccess,
  bucketAutoProtectionFailed,
  updatesAvailable,
  lowPrepaidData,
  trialExpiring,
} as const satisfies { [Type in NotificationType]: Kind<MessageBodies[Type]> };
