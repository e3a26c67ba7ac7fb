/**
 * What the products publish, and the selections an administrator can make of it. Sample messages are loaded apart,
 * from `./samples/index.ts`, as only few views need them.
 */
export { type Allowed, allowed, type SelectionIssue } from "./allowed.ts";
export { type AttributeName, attributesOf, type CarriedAttribute, type Provenance } from "./attributes.ts";
export { COMBINATION_LIMIT, type CombinationBudget, combinationBudget } from "./combination-budget.ts";
export { describeSelection, type SelectionWords } from "./describe-selection.ts";
export { allowedFields, type FieldRule, type FilterField } from "./field-rules.ts";
export type * from "./message-bodies.ts";
export { type Cleared, type Narrowed, narrow } from "./narrow.ts";
export {
  eventBridgeDetailType,
  isNotificationType,
  isResultType,
  NOTIFICATION_TYPES,
  type NotificationScope,
  type NotificationType,
  type NotificationTypeInfo,
  notificationTypes,
  severityOf,
} from "./notification-types.ts";
export { type PolicyReading, policyToSelection } from "./policy-to-selection.ts";
export {
  isProductId,
  PRODUCT_IDS,
  type Product,
  type ProductId,
  products,
  type TypeGroup,
  typeGroups,
  typesOf,
} from "./products.ts";
export { RESULT_NUMBERS } from "./result-numbers.ts";
export {
  CLASSIFICATION_RESULTS,
  type ClassificationResult,
  findResult,
  isResultValue,
  RESULT_TYPES,
  type ResultEntry,
  type ResultInfo,
  type ResultType,
  type ResultValue,
  resultsOf,
  SCAN_RESULTS,
  type ScanResult,
  SEVERITIES,
  type Severity,
} from "./results.ts";
export {
  canonicalSelection,
  emptySelection,
  type Selection,
  type SelectionField,
  type SelectionInput,
  soleResultType,
} from "./selection.ts";
export { selectionToPolicy } from "./selection-to-policy.ts";
export { selectionWarnings } from "./selection-warnings.ts";
