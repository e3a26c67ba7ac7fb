import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Recipe } from "../recipe-plan.ts";
import { recipeToCli } from "./cli.ts";
import { recipeToTerraform } from "./terraform.ts";

const pattern = JSON.stringify({
  source: ["cloud-storage-security"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what Terraform would take for a template
  detail: { MessageAttributes: { bucket: { StringValue: ["it's ${here} %{now}"] } } },
});
const recipe: Recipe = { name: "2-clean.scans", busName: "security/bus", pattern, retentionDays: 30 };

describe("the recipe for the shell", () => {
  /** Runs the script with an `aws` that writes down what it is asked. */
  function run(script: string): string[][] {
    const dir = mkdtempSync(path.join(tmpdir(), "recipe-cli-"));
    try {
      const calls = path.join(dir, "calls");
      writeFileSync(calls, "");
      const fake = `#!/bin/sh\nif [ "$1" = sts ]; then echo 123456789012; exit; fi\nfor a in "$@"; do printf '%s\\0' "$a"; done >> ${calls}\nprintf '\\1' >> ${calls}\n`;
      writeFileSync(path.join(dir, "aws"), fake, { mode: 0o755 });
      execFileSync("/bin/sh", ["-c", script], { env: { NODE_ENV: "test", PATH: `${dir}:/usr/bin:/bin` } });
      return readFileSync(calls, "utf8")
        .split("\u0001")
        .slice(0, -1)
        .map((call) => call.split("\0").slice(0, -1));
    } finally {
      rmSync(dir, { recursive: true });
    }
  }

  test("asks for the same five things, the pattern unharmed by the shell", () => {
    const calls = run(recipeToCli(recipe, "eu-west-1"));
    expect(calls.map(([service, operation]) => `${service} ${operation}`)).toEqual([
      "logs create-log-group",
      "logs put-retention-policy",
      "logs put-resource-policy",
      "events put-rule",
      "events put-targets",
    ]);
    expect(calls[3]).toContain(pattern);
    expect(JSON.parse(calls[4]?.at(-1) ?? "")).toEqual([
      { Id: "log-group", Arn: "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/events/2-clean.scans" },
    ]);
    expect(calls[2]?.at(-1)).toContain("arn:aws:logs:eu-west-1:123456789012:log-group:/aws/events/*:*");
  });

  test("takes a name of digits for no account", () => {
    const calls = run(recipeToCli({ ...recipe, name: "000000000000" }, "us-east-1"));
    expect(calls[4]?.at(-1)).toContain(":123456789012:log-group:/aws/events/000000000000");
  });

  test("keeps events for ever where nothing else is asked", () => {
    expect(recipeToCli({ ...recipe, retentionDays: null }, "us-east-1")).not.toContain("retention");
  });
});

describe("the recipe for Terraform", () => {
  test("names resources as Terraform allows, and lets no text begin a template", () => {
    const text = recipeToTerraform(recipe);
    expect(text).toContain('resource "aws_cloudwatch_event_rule" "_2_clean_scans"');
    expect(text).toContain("it's \\u0024{here} \\u0025{now}");
    expect(text).toContain("retention_in_days = 30");
    expect(text).toContain('event_bus_name = "security/bus"');
  });

  test("writes what HCL would take apart, or cannot read, as escapes that mean the same", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what HCL would take for a template
    const value = "$$${file(1)} %%{if} \b\f\\b \\\\f";
    const text = recipeToTerraform({ ...recipe, pattern: JSON.stringify({ source: [value] }) });
    const [, written = ""] = /event_pattern {2}= jsonencode\(([\s\S]*?)\)\n\}/.exec(text) ?? [];
    expect(written).not.toMatch(/[$%]\{|(?<!\\)(\\\\)*\\[bf]/);
    expect(JSON.parse(written)).toEqual({ source: [value] });
  });

  test("keeps events for ever where nothing else is asked", () => {
    expect(recipeToTerraform({ ...recipe, retentionDays: null })).not.toContain("retention");
  });
});
