import type { Page } from "@playwright/test";
import type { LocalAws } from "./fixtures/local-aws.ts";
import { expect, type ManagedTopic, test } from "./fixtures/test.ts";
import { unique } from "./fixtures/unique.ts";
import type { FilterChoice } from "./pages/filter-fields.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";
import { manageTopic } from "./pages/topic-chooser.ts";
import { Wizard } from "./pages/wizard.ts";

type Named = readonly [label: string, value: string];
type Product = {
  name: "antivirus" | "classification";
  result: { type: Named; results: readonly [Named, Named] };
  accountTypes: readonly [Named, ...Named[]];
};
type Combination = { name: string; choice: FilterChoice; policy: Record<string, string[]> };

const sharedAccountTypes: [Named, ...Named[]] = [
  ["Buckets discovered", "bucketsDiscovered"],
  ["Bucket protection", "bucketProtection"],
  ["Buckets public access", "bucketsPublicAccess"],
  ["Bucket auto-protection failed", "bucketAutoProtectionFailed"],
];
const deploymentTypes: [Named, ...Named[]] = [
  ["Updates available", "updatesAvailable"],
  ["Low prepaid data", "lowPrepaidData"],
  ["Trial expiring", "trialExpiring"],
];

const products: Product[] = [
  {
    name: "antivirus",
    result: {
      type: ["Scan result", "scanResult"],
      results: [
        ["Infected", "Infected"],
        ["Infected (allowed)", "InfectedAllowed"],
      ],
    },
    accountTypes: [
      ["Large file scan", "largeFileScan"],
      ["Bucket crawling", "bucketCrawling"],
      ...sharedAccountTypes,
    ],
  },
  {
    name: "classification",
    result: {
      type: ["Classification result", "classificationResult"],
      results: [
        ["Matching", "Matching"],
        ["Non-matching", "NonMatching"],
      ],
    },
    accountTypes: sharedAccountTypes,
  },
];

const bucketBesideAccount =
  "A bucket name is unique across AWS, so an account beside a bucket could only remove matches.";

for (const product of products) {
  const { result, accountTypes } = product;
  const [label, value] = result.type;

  test.describe(product.name, () => {
    test(`${label} goes alone, with results, and with either buckets or accounts`, async ({
      page,
      house,
      aws,
    }) => {
      const { wizard, add } = await wizardOn({ page, aws, topic: house.topics[product.name] });
      const { fields, dialog } = wizard;
      for (const combination of resultCombinations(product))
        await test.step(combination.name, () => add(combination));

      await wizard.open();
      await fields.type(label).check();
      await fields.buckets.fill("invoices,");
      await expect(fields.accounts).toHaveCount(0);
      await expect(dialog).toContainText(bucketBesideAccount);
      await dialog.getByRole("button", { name: "Remove invoices" }).click();
      await fields.accounts.fill("123456789012,");
      await expect(fields.buckets).toHaveCount(0);
      await expect(dialog).toContainText(bucketBesideAccount);
    });

    test("a type of an account goes alone or with accounts", async ({ page, house, aws }) => {
      const { add } = await wizardOn({ page, aws, topic: house.topics[product.name] });
      const [[accountType, accountValue]] = accountTypes;
      const accounts = ["123456789012", "210987654321"];
      await add({ choice: { types: [accountType] }, policy: { notificationType: [accountValue] } });
      await add({
        choice: { types: [accountType], accounts },
        policy: { notificationType: [accountValue], accountId: accounts },
      });
    });

    test("a type of the deployment goes alone", async ({ page, house, aws }) => {
      const { add } = await wizardOn({ page, aws, topic: house.topics[product.name] });
      const [[deploymentType, deploymentValue]] = deploymentTypes;
      await add({ choice: { types: [deploymentType] }, policy: { notificationType: [deploymentValue] } });
    });

    test("no type offers a field that may not follow it", async ({ page, house, aws }) => {
      const { wizard } = await wizardOn({ page, aws, topic: house.topics[product.name] });
      const { fields, dialog } = wizard;
      await wizard.open();
      await expectNothingFollows(wizard);
      for (const [each, eachValue] of accountTypes) {
        await fields.type(each).check();
        await expect.poll(() => fields.shownPolicy()).toEqual({ notificationType: [eachValue] });
        await expect(fields.accounts).toBeVisible();
        await expect(fields.results).toHaveCount(0);
        await expect(fields.buckets).toHaveCount(0);
        await fields.type(each).uncheck();
      }
      for (const [each, eachValue] of deploymentTypes) {
        await fields.type(each).check();
        await expect.poll(() => fields.shownPolicy()).toEqual({ notificationType: [eachValue] });
        await expectNothingFollows(wizard);
        await expect(dialog).toContainText("there is nothing to narrow them by");
        await fields.type(each).uncheck();
      }
    });

    test("several types go together, with accounts where each belongs to one", async ({
      page,
      house,
      aws,
    }) => {
      const { wizard, add } = await wizardOn({ page, aws, topic: house.topics[product.name] });
      await add({
        choice: { types: [label, "Bucket protection"], accounts: ["123456789012"] },
        policy: { notificationType: [value, "bucketProtection"], accountId: ["123456789012"] },
      });
      const every = [result.type, ...accountTypes, ...deploymentTypes];
      await add({
        choice: { types: every.map(([each]) => each) },
        policy: { notificationType: every.map(([, each]) => each) },
      });

      await wizard.open();
      await wizard.fields.choose({ types: [label, "Trial expiring"] });
      await expectNothingFollows(wizard);
      await expect(wizard.dialog).toContainText("Trial expiring notifications carry no result to filter by.");
      await expect(wizard.dialog).toContainText("Trial expiring notifications belong to no account.");
    });
  });
}

test("a topic of both products takes results of one result type at a time", async ({ page, aws }) => {
  await aws.call("CreateTopic", { Name: "Shared" });
  const arn = "arn:aws:sns:us-east-1:123456789012:Shared";
  const publishers = ["Antivirus for Amazon S3", "Classification for Amazon S3"];
  const id = await manageTopic(page, "Shared", publishers);
  const { wizard, add } = await wizardOn({ page, aws, topic: { id, arn } });
  for (const product of products)
    for (const combination of resultCombinations(product).filter(({ name }) => name === "results"))
      await test.step(product.name, () => add(combination));

  await wizard.open();
  await wizard.fields.choose({ types: ["Scan result", "Classification result"] });
  await expect(wizard.fields.results).toHaveCount(0);
  await expect(wizard.fields.buckets).toHaveCount(0);
  await expect(wizard.dialog).toContainText(
    "A result can narrow only one of Scan result and Classification result at a time.",
  );
  await wizard.fields.accounts.fill("123456789012,");
  await expect
    .poll(() => wizard.fields.shownPolicy())
    .toEqual({
      notificationType: ["scanResult", "classificationResult"],
      accountId: ["123456789012"],
    });
});

/** The wizard over a topic's page; `add` goes through it to the end and holds AWS to the policy. */
async function wizardOn({ page, aws, topic }: { page: Page; aws: LocalAws; topic: ManagedTopic }) {
  const wizard = new Wizard(page);
  await new SubscriptionsPage(page).open(topic.id);
  const add = async ({ choice, policy }: Pick<Combination, "choice" | "policy">) => {
    const queue = unique.queue("combination");
    await wizard.add(choice, "Amazon SQS", queue);
    const held = await aws.attributes(topic.arn, queue);
    expect(sorted(JSON.parse(held?.FilterPolicy ?? "null"))).toEqual(sorted(policy));
    expect(held?.FilterPolicyScope).toBe("MessageAttributes");
  };
  return { wizard, add };
}

/** A policy whatever the order of the values of a key, which means nothing to AWS. */
function sorted(policy: Record<string, string[]>) {
  return Object.fromEntries(Object.entries(policy).map(([key, values]) => [key, [...values].sort()]));
}

async function expectNothingFollows({ fields }: Wizard) {
  await expect(fields.results).toHaveCount(0);
  await expect(fields.buckets).toHaveCount(0);
  await expect(fields.accounts).toHaveCount(0);
}

/** What may follow a result type, in every class that is allowed. */
function resultCombinations({ result }: Product): Combination[] {
  const [label, value] = result.type;
  const types = [label];
  const notificationType = [value];
  const [labels, results] = [result.results.map(([each]) => each), result.results.map(([, each]) => each)];
  const buckets = ["invoices", "payroll.eu-1"];
  const accounts = ["123456789012", "210987654321"];
  return [
    { name: "alone", choice: { types }, policy: { notificationType } },
    {
      name: "results",
      choice: { types, results: labels },
      policy: { notificationType, [value]: results },
    },
    {
      name: "results and buckets",
      choice: { types, results: labels, buckets },
      policy: { notificationType, [value]: results, bucket: buckets },
    },
    {
      name: "results and accounts",
      choice: { types, results: labels, accounts },
      policy: { notificationType, [value]: results, accountId: accounts },
    },
    { name: "buckets", choice: { types, buckets }, policy: { notificationType, bucket: buckets } },
    { name: "accounts", choice: { types, accounts }, policy: { notificationType, accountId: accounts } },
  ];
}
