import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";

// `npm test` has found one already; a bare `npx playwright test` looks here. Workers inherit the answer.
process.env.CHROMIUM_PATH ??= findChromium() ?? "";

/** A browser that talks to nobody but the server under test. */
const quietChromium = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

const report = process.env.STEPWIRE_REPORT;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    // Without pictures of each frame, which the CPU would draw and pack: the trace has the page's own DOM at each step.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true, sources: true },
    actionTimeout: 10_000,
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || undefined, args: quietChromium },
  },
});
