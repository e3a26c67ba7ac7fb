import { describe, expect, test } from "vitest";
import { healthAlarmSample, samplesFor } from "@/lib/catalog/samples/index";
import { SAMPLE_FORMS } from "./constants.ts";
import { parseDelivery } from "./parse-delivery.ts";
import { sampleForms } from "./sample-forms.ts";

const origin = {
  topicArn: "arn:aws:sns:eu-west-1:111122223333:topic",
  accountId: "111122223333",
  region: "eu-west-1",
};
const topic = { id: "t", arn: origin.topicArn, products: ["antivirus", "classification"] as const };
const samples = [...samplesFor(["antivirus", "classification"]), healthAlarmSample];

describe.each(samples)("$id", (sample) => {
  const forms = sampleForms(sample, origin);
  const codeOf = (form: string) => forms.find((each) => each.form === form)?.code ?? "";

  test("is shown in every form", () => {
    expect(forms.map(({ form }) => form)).toEqual([...SAMPLE_FORMS]);
  });

  test("as SNS's document is what the feed reads as this message", () => {
    expect(parseDelivery(codeOf("sns"), topic)).toMatchObject({
      ok: true,
      received: { subject: sample.subject, attributes: sample.attributes, body: sample.body, oddities: [] },
    });
  });

  test("as an event holds the message as it was published", () => {
    const event = JSON.parse(codeOf("event"));
    expect(event).toMatchObject({
      source: "cloud-storage-security",
      account: "111122223333",
      region: "eu-west-1",
    });
    expect(event.detail).toMatchObject({ TopicArn: origin.topicArn, Message: sample.body });
    for (const [name, { value }] of Object.entries(sample.attributes))
      expect(event.detail.MessageAttributes[name]).toEqual({ DataType: "String", StringValue: value });
  });

  test("as a mail is its subject and its body", () => {
    expect(codeOf("email")).toContain(`Subject: ${sample.subject}\n\n${sample.body}`);
  });
});
