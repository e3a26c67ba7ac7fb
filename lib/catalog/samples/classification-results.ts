import type { ClassificationBody } from "../message-bodies.ts";
import type { ClassificationResult } from "../results.ts";
import { type Place, PROPOSED, REGION, type Recipe } from "./sample.ts";

type Finding = Pick<Recipe, "title" | "provenance" | "note"> & {
  readonly result: ClassificationResult;
  readonly body: Pick<
    ClassificationBody,
    "guid" | "dateTime" | "objectPath" | "textMatchingSet" | "error" | "resultType"
  >;
};

function classification({ result, body, ...rest }: Finding): Recipe {
  return {
    ...rest,
    type: "classificationResult",
    result,
    headline: result === "Error" ? "Error classifying object" : `${result} object found`,
    attributes: ({ bucket, accountId }) => ({ bucket, accountId, key: body.objectPath }),
    body: ({ bucket, accountId }: Place): ClassificationBody => ({
      date: body.dateTime.slice(0, 10),
      guid: body.guid,
      dateTime: body.dateTime,
      accountId,
      region: REGION,
      container: bucket,
      objectPath: body.objectPath,
      innerFilePath: null,
      textMatchingSet: body.textMatchingSet,
      error: body.error,
      resultType: body.resultType,
    }),
  };
}

/** One classification of every result, worst first. */
export const classificationResultRecipes: readonly Recipe[] = [
  classification({
    result: "Matching",
    title: "Object with classified data",
    provenance: "real",
    note: "The body is a log record published by the vendor, with our account; subject and attributes are our proposal.",
    body: {
      guid: "60ea309d-b0f5-4b14-a0a2-76ff49bd210f",
      dateTime: "2022-05-20T16:08:50.716198Z",
      objectPath: "Employee List.xlsx",
      textMatchingSet: [{ cclName: "SocialsecuritynumbersUSA", score: 1, triggered: true, matchesCount: 1 }],
      error: null,
      resultType: 1,
    },
  }),
  classification({
    ...PROPOSED,
    result: "Error",
    title: "Object that could not be read",
    body: {
      guid: "7e0b5f3a-9162-40c7-a53b-41d2bfae8107",
      dateTime: "2025-06-30T08:20:11.402117Z",
      objectPath: "payroll/2024.csv",
      textMatchingSet: [],
      error: "Access denied: KMS key of the object",
      resultType: 3,
    },
  }),
  classification({
    ...PROPOSED,
    result: "Unclassifiable",
    title: "Object that cannot be classified",
    body: {
      guid: "8f1c604b-a273-41d8-b64c-52e3c0bf9208",
      dateTime: "2025-06-30T08:21:37.918204Z",
      objectPath: "backup/customers.zip",
      textMatchingSet: [],
      error: "Password protected",
      resultType: 2,
    },
  }),
  classification({
    ...PROPOSED,
    result: "NonMatching",
    title: "Object without classified data",
    body: {
      guid: "902d715c-b384-42e9-875d-63f4d1c0a309",
      dateTime: "2025-06-30T08:22:05.130776Z",
      objectPath: "public/price-list.pdf",
      textMatchingSet: [{ cclName: "SocialsecuritynumbersUSA", score: 0, triggered: false, matchesCount: 0 }],
      error: null,
      resultType: 0,
    },
  }),
];
