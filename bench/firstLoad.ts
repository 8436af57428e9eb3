import { gzipSync } from "node:zlib";
import type { Browser, Page, Response } from "@playwright/test";
import { median } from "./statistics";
import { names, stepwire } from "./stepwire";
import type { Subject } from "./subject";
import type { Row } from "./table";
import { installWatch } from "./watch";

/** The JavaScript that must arrive before the canvas can be used, gzipped, in kB (1,000 bytes). */
export async function measureFirstLoad(
  browser: Browser,
  link: () => Promise<string>,
  reference: Subject,
): Promise<Row> {
  const ours = stepwire(link);
  return {
    name: "JavaScript before the canvas can be used, gzipped",
    unit: "kB",
    ours: await loaded(browser, ours, async (page) => {
      await page.getByRole("button", { name: names.blank }).first().click();
    }),
    reference: await loaded(browser, reference, async (page) => {
      await reference.open(page, {
        text: '{"Version":"2020-12-01","Steps":[]}',
        cards: {},
        area: { width: 800, height: 600 },
      });
    }),
    goal: { ours: 300 },
  };
}

/** Whether a script that nothing waits for arrives in time is chance: the middle of three visits. */
async function loaded(browser: Browser, subject: Subject, openBlank: (page: Page) => Promise<void>): Promise<number> {
  const visits: number[] = [];
  for (let visit = 0; visit < 3; visit += 1) visits.push(await loadedOnce(browser, subject, openBlank));
  return median(visits);
}

async function loadedOnce(
  browser: Browser,
  subject: Subject,
  openBlank: (page: Page) => Promise<void>,
): Promise<number> {
  const context = await browser.newContext();
  try {
    const scripts = new Map<string, Response>();
    context.on("response", (response) => {
      if (/javascript/.test(response.headers()["content-type"] ?? "")) scripts.set(response.url(), response);
    });
    const page = await context.newPage();
    await page.addInitScript(installWatch);
    await subject.prepare(page);
    await page.evaluate((find) => window.benchWatch.begin(find), subject.find);
    await openBlank(page);
    await page.waitForFunction(() => window.benchWatch.usableAt() !== null);
    // What arrives beside the canvas, for the areas around it, is not waited for.
    const before = await page.evaluate(() => {
      const usable = window.benchWatch.usableAt() ?? 0;
      const entries = performance.getEntriesByType("resource");
      return entries
        .filter((entry) => entry instanceof PerformanceResourceTiming && entry.responseEnd <= usable)
        .map(({ name }) => name);
    });
    const bodies = await Promise.all(before.flatMap((url) => scripts.get(url)?.body() ?? []));
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
  } finally {
    await context.close();
  }
}
