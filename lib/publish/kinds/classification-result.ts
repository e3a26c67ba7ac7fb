import { z } from "zod";
import { type ClassificationBody, type ClassificationResult, RESULT_NUMBERS } from "@/lib/catalog";
import { accountId, bucketName, day, objectKey, text, textOrNull, time, wholeNumber } from "./fields.ts";
import { defineKind } from "./kind.ts";

const schema = z.strictObject({
  date: day.optional(),
  guid: text.optional(),
  dateTime: time.optional(),
  accountId,
  region: text,
  container: bucketName,
  objectPath: objectKey,
  innerFilePath: textOrNull,
  textMatchingSet: z.array(
    z.strictObject({
      cclName: text,
      score: z.number(),
      triggered: z.boolean(),
      matchesCount: wholeNumber,
    }),
  ),
  error: textOrNull,
  resultType: z
    .int()
    .min(0)
    .max(
      RESULT_NUMBERS.classificationResult.length - 1,
      `Give a number: ${RESULT_NUMBERS.classificationResult.map((word, n) => `${n} for ${word}`).join(", ")}.`,
    ),
});

export const classificationResult = defineKind({
  shape: "ClassificationBody",
  schema,
  complete: ({ date, guid, dateTime, ...given }, fresh): ClassificationBody => {
    const at = dateTime ?? (date ? `${date}T00:00:00Z` : fresh.now);
    return { date: date ?? at.slice(0, 10), guid: guid ?? fresh.id, dateTime: at, ...given };
  },
  derive: ({ resultType, container, accountId, objectPath }) => {
    const result = wordOf(resultType);
    return {
      headline: result === "Error" ? "Error classifying object" : `${result} object found`,
      attributes: { classificationResult: result, bucket: container, accountId, key: objectPath },
    };
  },
});

function wordOf(resultType: number): ClassificationResult {
  const word = RESULT_NUMBERS.classificationResult[resultType];
  if (!word) throw new Error(`The schema let the result ${resultType} pass.`);
  return word;
}
