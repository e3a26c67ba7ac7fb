import { existsSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome-stable",
];
const executablePath = process.env.PLAYWRIGHT_CHROMIUM ?? SYSTEM_BROWSERS.find((file) => existsSync(file));

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  forbidOnly: Boolean(process.env.CI),
  // each worker runs a console of its own, so that files are independent and tests of one file share its state
  workers: Number(process.env.E2E_WORKERS ?? 2),
  reporter: [["list"]],
  // for a machine that is busy with something else; what is awaited is a state, so that a fast one waits for nothing
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // a test that needs its second try is reported as flaky, and wants mending
  retries: 1,
  use: {
    actionTimeout: 30_000,
    // recording every test costs a third of its time: ask for it with --trace on
    trace: "off",
    locale: "en-GB",
    timezoneId: "Asia/Kathmandu",
    launchOptions: {
      ...(executablePath && { executablePath }),
      // root in containers and VMs without user namespaces
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  projects: [{ name: "chromium", use: { ...devices["Desktop Chrome"] } }],
});
