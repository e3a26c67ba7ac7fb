import type { Page } from "@playwright/test";

/** Lets the console manage one more topic that AWS lists, published by the products named. Returns its id. */
export async function manageTopic(page: Page, name: string, products: readonly string[]): Promise<string> {
  await page.goto("/setup/topics");
  const topic = page.getByRole("region", { name: "Topics" }).getByRole("listitem").filter({ hasText: name });
  await topic.getByRole("checkbox", { name }).check();
  for (const product of products) await topic.getByRole("checkbox", { name: product }).check();
  await page.getByRole("button", { name: "Manage 1 topic" }).click();
  await page.waitForURL(/[?&]topic=/);
  return new URL(page.url()).searchParams.get("topic") ?? "";
}
