import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const root = path.resolve(import.meta.dirname, "../..");
const quiet = "--disable-warning=ExperimentalWarning";

/** Starts the embedded AWS as a process of its own, and waits for its address. */
export async function startAws(
  dataDir: string,
  topic: string,
): Promise<{ url: string; process: ChildProcess }> {
  const args = [
    quiet,
    path.join(root, "lib/local-aws/main.ts"),
    "--port",
    "0",
    "--data",
    dataDir,
    "--topic",
    topic,
  ];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  for await (const chunk of child.stdout) {
    output += chunk;
    const url = /(http:\S+)/.exec(output)?.[1];
    if (url) return { url, process: child };
  }
  throw new Error(`The embedded AWS did not start: ${output}`);
}

/** Starts the console's background work as a process of its own. */
export function startConsole(env: Record<string, string>): ChildProcess {
  const hooks = path.join(root, "scripts/lib/aliases.mjs");
  const args = [quiet, "--import", hooks, path.join(root, "scripts/fault-test/console.ts")];
  return spawn(process.execPath, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env },
  });
}

/** Ends a process at once, wherever it is. */
export async function kill(child: ChildProcess) {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** Asks a process to end. @returns how long it took. */
export async function stop(child: ChildProcess): Promise<number> {
  const startedAt = performance.now();
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  return performance.now() - startedAt;
}

/** Looks until it holds. @returns false when it did not within the time. */
export async function until(holds: () => boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    if (holds()) return true;
    await sleep(25);
  }
  return holds();
}
