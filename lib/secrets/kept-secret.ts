import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readEnv } from "@/lib/env";

/** A random text that is made once and kept in DATA_DIR under this name, readable by its owner only. */
export function keptSecret(name: string): string {
  const file = path.join(readEnv().dataDir, name);
  return read(file) ?? make(file);
}

function make(file: string): string {
  // linked only once it is whole: of two processes starting together one links, and both read what it wrote
  const whole = `${file}.${randomUUID()}`;
  writeFileSync(whole, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  try {
    linkSync(whole, file);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(whole, { force: true });
  }
  return readFileSync(file, "utf8");
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
