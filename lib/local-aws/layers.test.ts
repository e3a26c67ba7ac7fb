import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const ROOT = import.meta.dirname;

/** Each folder may import itself and those before it. */
const LAYERS = [
  "wire",
  "filter",
  "signing",
  "delivery",
  "mime",
  "store",
  "mail",
  "sqs",
  "logs",
  "ses",
  "fan-out",
  "sns",
  "events",
  "pages",
  "control",
];

const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !/(?:\.test|testing)\.ts$/.test(file),
);

function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), "utf8");
  return [...source.matchAll(/^(?:import|export)\b[^;]*?\bfrom "([^"]+)"/gm)].map((match) =>
    String(match[1]),
  );
}

const layerOf = (file: string) => (file.includes("/") ? LAYERS.indexOf(String(file.split("/")[0])) : -1);

test("nothing is imported but Node's own modules and this folder", () => {
  const foreign = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => !name.startsWith("node:"))
      .filter(
        (name) =>
          !/^\.{1,2}\/.*\.ts$/.test(name) || relative(ROOT, join(ROOT, dirname(file), name)).startsWith(".."),
      )
      .map((name) => `${file}: ${name}`),
  );
  expect(files.length).toBeGreaterThan(60);
  expect(foreign).toEqual([]);
});

test("no folder imports one that builds on it", () => {
  expect(files.filter((file) => file.includes("/") && layerOf(file) < 0)).toEqual([]);
  const upward = files
    .filter((file) => file.includes("/"))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith("."))
        .map((name) => join(dirname(file), name))
        .filter((imported) => layerOf(imported) > layerOf(file))
        .map((imported) => `${file}: ${imported}`),
    );
  expect(upward).toEqual([]);
});
