import { z } from "zod";
import { parseTopicArn } from "@/lib/aws/arn";
import { PRODUCT_IDS } from "@/lib/catalog";

const products = z
  .array(z.enum(PRODUCT_IDS))
  .min(1, "Choose at least one product that publishes to this topic.")
  .transform((ids) => PRODUCT_IDS.filter((id) => ids.includes(id)));

export const addTopicSchema = z.object({
  arn: z
    .string()
    .trim()
    .refine(
      (arn) => parseTopicArn(arn) !== null,
      "Enter the ARN of an SNS topic: arn:aws:sns:region:account:name.",
    ),
  products,
  /** Whether its feed is turned on with it. */
  keepHistory: z.boolean(),
});
export type AddTopicInput = z.input<typeof addTopicSchema>;

export const setTopicProductsSchema = z.object({ id: z.string().min(1), products });
export type SetTopicProductsInput = z.input<typeof setTopicProductsSchema>;

export const topicIdSchema = z.object({ id: z.string().min(1) });
