/** What a policy can match of what the products publish, and who of many is told of what. */
export type { Receiver } from "./audience.ts";
export { type CoverageChange, type CoverageShift, change } from "./change.ts";
export { changeSentences } from "./change-sentences.ts";
export { type Coverage, type CoverageRow, coverage } from "./coverage.ts";
export type { DoubleDelivery } from "./double-deliveries.ts";
export { type Happening, happeningsOf, happeningWords } from "./happening.ts";
export { type Finding, type Judgement, judge, type Verdict } from "./judge.ts";
export { mailboxOf } from "./mailbox.ts";
export type { Place } from "./place.ts";
export type { PlaceLoss } from "./place-losses.ts";
export type { Reason } from "./reason.ts";
export type { ReceiverShift } from "./receiver-shift.ts";
export type { Repair } from "./repair.ts";
export type { TypeJudgement } from "./type-judgement.ts";
export { type Unseen, unseen } from "./unseen.ts";
