import { spawn } from "node:child_process";
import net from "node:net";

/** Whether something listens on the port already. */
export function isBusy(port, host) {
  return new Promise((done) => {
    const probe = net.createServer();
    probe.once("error", () => done(true));
    probe.listen(port, host, () => probe.close(() => done(false)));
  });
}

/** Runs a server in the foreground until it, or we, or the npm that started us, ends; and ends with it. */
export function serve(node, args, env) {
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...args], { stdio: "inherit", env });
  const stop = (signal = "SIGTERM") => {
    child.kill(signal);
    setTimeout(() => child.kill("SIGKILL"), 5_000).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
  // `kill <pid of npm start>` ends npm and its shell but never reaches us: notice that our parent has gone
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event && process.platform !== "win32")
    setInterval(() => process.ppid !== parent && stop(), 500).unref();
  child.on("exit", (code, signal) =>
    process.exit(code ?? (signal === "SIGTERM" || signal === "SIGINT" ? 0 : 1)),
  );
}
