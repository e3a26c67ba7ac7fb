import { expect, test } from "./fixtures/test.ts";

const LIMIT = 190 * 1024;

test("the subscriptions page fetches less than 190 KB of script on its first load", async ({
  page,
  house,
}) => {
  const sizes: Promise<{ responseBodySize: number }>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") sizes.push(request.sizes());
  });
  const list = `/configuration/proactive-notifications?topic=${house.topics.antivirus.id}`;
  await page.goto(list, { waitUntil: "networkidle" });
  await expect(page.getByRole("link", { name: "Add Subscription" }).first()).toBeVisible();
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size.responseBodySize, 0);
  console.log(`    ${sizes.length} scripts, ${(bytes / 1024).toFixed(1)} KB as transferred`);
  expect(sizes.length).toBeGreaterThan(3);
  expect(bytes).toBeLessThan(LIMIT);
});
