import { defineConfig } from "@playwright/test";
import { findTestChromium } from "./scripts/chromium.mjs";

// `npm test` has found one already; a bare `npx playwright test` looks here. Workers inherit the answer.
process.env.CHROMIUM_PATH ??= findTestChromium() ?? "";

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

const chromium = {
  browserName: "chromium",
  launchOptions: { executablePath: process.env.CHROMIUM_PATH || undefined, args: quietChromium },
  // What glides would be waited for in every test; it is looked at in those that ask for motion.
  contextOptions: { reducedMotion: "reduce" },
} as const;

/** `npm run test:full -- --only firefox`: the Firefox that is installed, as its maker built it. */
const firefox = {
  browserName: "firefox",
  channel: "moz-firefox",
  launchOptions: { executablePath: process.env.FIREFOX_PATH },
} as const;

const report = process.env.STEPWIRE_REPORT;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // In CI one test that fails of two hundred is tried once more, and named as flaky if it passes then. By hand each failure is a failure.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    ...(process.env.FIREFOX_PATH ? firefox : chromium),
    viewport: { width: 1440, height: 900 },
    // A trace takes a copy of the page at each action, a quarter of the suite's time: asked for with `--trace on` where a fault is looked for.
    trace: "off",
    screenshot: "only-on-failure",
    actionTimeout: process.env.FIREFOX_PATH ? 30_000 : 10_000,
  },
});
