export { type Finding, type Judgement, judge, type Verdict } from "./judge.ts";
export type { Reason } from "./reason.ts";
export type { Repair } from "./repair.ts";
export type { TypeJudgement } from "./type-judgement.ts";
