import { CreateTopicCommand } from "@aws-sdk/client-sns";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSubscription } from "@/lib/subscriptions/service/create";
import { administrator as actor, type TestHouse, testHouse } from "@/lib/subscriptions/service/testing";
import { listTopics } from "./queries.ts";
import { addTopic, removeTopic, setTopicProducts } from "./service.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

const add = (arn: string) => addTopic({ actor, arn, products: ["antivirus"] }, house.aws.ports);

describe("managing a topic", () => {
  test("needs AWS to know it", async () => {
    await expect(add("arn:aws:sns:us-east-1:123456789012:Missing")).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("twice is refused with the field named", async () => {
    await expect(add(house.topic.arn)).rejects.toMatchObject({
      code: "conflict",
      fieldErrors: { arn: [expect.any(String)] },
    });
  });

  test("of another region works beside the first", async () => {
    const arn = "arn:aws:sns:eu-west-1:123456789012:Notifications";
    await expect(add(arn)).rejects.toMatchObject({ code: "not_found" });
    const client = house.aws.clientFor("eu-west-1");
    await client.send(new CreateTopicCommand({ Name: "Notifications" }));
    expect(await add(arn)).toMatchObject({ region: "eu-west-1" });
    expect(listTopics()).toHaveLength(2);
  });

  test("that is FIFO is refused: it cannot deliver to people", async () => {
    await expect(add("arn:aws:sns:us-east-1:123456789012:Orders.fifo")).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("with other products reads its filters anew", async () => {
    const row = await createSubscription({ actor, input: house.input() }, house.aws.ports);
    expect(row.summary).toBe("Infected");
    setTopicProducts({ actor, id: house.topic.id, products: ["classification"] });
    expect(house.row(row.id).summary).toContain("scanResult is Infected");
  });

  test("ends without touching AWS, and is audited", async () => {
    const row = await createSubscription({ actor, input: house.input() }, house.aws.ports);
    removeTopic({ actor, id: house.topic.id });
    expect(house.rows()).toEqual([]);
    expect(await house.aws.ports.sns.getAttributes(row.arn ?? "")).not.toBeNull();
    expect(house.audit().at(-1)).toMatchObject({ action: "topic.remove", subjectName: "Notifications" });
  });
});
