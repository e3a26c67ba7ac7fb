/** Runs once in each server process before it answers. Next calls it; the work is Node's alone. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startUp } = await import("./instrumentation-node.ts");
  await startUp();
}
