import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { handlerCode } from "./lambda-code.ts";
import { lambdaTemplate } from "./lambda-template.ts";

const topicArn = "arn:aws:sns:eu-central-1:123456789012:production";

describe("the template for those who prefer Lambda", () => {
  const policy = '{"notificationType":["scanResult"],"scanResult":["Infected"]}';
  const template = JSON.parse(lambdaTemplate({ topicArn, platform: "slack", filterPolicy: policy }));
  const { Resources, Parameters } = template;

  test("subscribes the function with the filter, and lets SNS call it for this topic alone", () => {
    expect(Resources.Subscription.Properties).toMatchObject({
      Protocol: "lambda",
      FilterPolicy: JSON.parse(policy),
      FilterPolicyScope: "MessageAttributes",
    });
    expect(Resources.Permission.Properties).toMatchObject({
      Principal: "sns.amazonaws.com",
      SourceArn: { Ref: "TopicArn" },
    });
    expect(Parameters.TopicArn.Default).toBe(topicArn);
  });

  test("keeps the webhook in Secrets Manager and out of itself", () => {
    expect(Parameters.WebhookUrl.NoEcho).toBe(true);
    expect(Parameters.WebhookUrl).not.toHaveProperty("Default");
    expect(Resources.Webhook.Properties).toEqual({ SecretString: { Ref: "WebhookUrl" } });
  });

  test("names only resources and parameters that it has", () => {
    const names = new Set([...Object.keys(Resources), ...Object.keys(Parameters)]);
    const text = JSON.stringify(template);
    const named = [...text.matchAll(/"(?:Ref|DependsOn)":"(\w+)"|"Fn::GetAtt":\["(\w+)"/g)];
    expect(named.length).toBeGreaterThan(5);
    for (const [, ref, resource] of named) expect(names).toContain(ref ?? resource);
  });

  test("leaves out the filter where everything is wanted", () => {
    const all = JSON.parse(lambdaTemplate({ topicArn, platform: "chime", filterPolicy: null }));
    expect(all.Resources.Subscription.Properties).not.toHaveProperty("FilterPolicy");
  });

  test.each(["slack", "teams", "chime"] as const)("its code for %s fits inline", (platform) => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-lambda-function-code.html
    expect(handlerCode(platform).join("\n").length).toBeLessThan(4_096);
  });
});

function hasPython(): boolean {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe.runIf(hasPython())("its code", () => {
  const event = {
    Records: [
      {
        Sns: {
          Subject: "AV-for-S3: Infected object found",
          Message: "{}",
          MessageAttributes: {
            notificationType: { Type: "String", Value: "scanResult" },
            scanResult: { Type: "String", Value: "Infected" },
            bucket: { Type: "String", Value: "invoices" },
            key: { Type: "String", Value: "<!channel> & <b>.pdf" },
          },
        },
      },
    ],
  };

  test.each(["slack", "teams", "chime"] as const)("posts a line to %s", (platform) => {
    const harness = `
import json, sys, types, os
sys.modules['boto3'] = types.SimpleNamespace(client=lambda name: types.SimpleNamespace(
    get_secret_value=lambda SecretId: {'SecretString': 'https://example.com/hook'}))
os.environ['WEBHOOK_SECRET'] = 'x'
code = ${JSON.stringify(handlerCode(platform).join("\n"))}
exec(code, globals())
class Answer:
    status = 200
    def __enter__(self): return self
    def __exit__(self, *a): return False
def urlopen(request, timeout):
    print(json.dumps({'url': request.full_url, 'body': json.loads(request.data)}))
    return Answer()
urllib.request.urlopen = urlopen
handler(json.loads(${JSON.stringify(JSON.stringify(event))}), None)
`;
    const posted = JSON.parse(execFileSync("python3", ["-c", harness], { encoding: "utf8" }));
    expect(posted.url).toBe("https://example.com/hook");
    const body = JSON.stringify(posted.body);
    expect(body).toContain("Infected - invoices/");
    if (platform === "slack") expect(body).not.toContain("<!channel>");
  });
});
