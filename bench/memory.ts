import type { Browser, Page } from "@playwright/test";
import { lookUpCards, openAndWait } from "./canvas";
import { definitionText } from "./definitions";
import type { Opened, Subject } from "./subject";
import type { Row } from "./table";
import { installWatch } from "./watch";

const steps = 1_000;
const reopened = 5;

/** The JavaScript heap after a collection, with 1,000 steps open; and once more after the same was opened again and again. */
export async function measureMemory(browser: Browser, ours: Subject, reference: Subject): Promise<Row[]> {
  const opened = await lookUpCards(browser, ours, definitionText(steps), steps);
  const [once, often] = await heapOf(browser, ours, opened, reopened);
  const [bare] = await heapOf(browser, reference, opened, 0);
  return [
    { name: "JavaScript heap, 1,000 steps open", unit: "MB", ours: once, reference: bare, goal: { ratio: 0.7 } },
    {
      name: `JavaScript heap, after opening 1,000 steps ${reopened} times more, beside once`,
      unit: "MB",
      ours: often,
      reference: once,
      goal: null,
    },
  ];
}

async function heapOf(
  browser: Browser,
  subject: Subject,
  opened: Opened,
  again: number,
): Promise<readonly [once: number, often: number]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(installWatch);
    await subject.prepare(page);
    await openOnce(page, subject, opened);
    const once = await heap(page);
    for (let turn = 0; turn < again; turn += 1) await openOnce(page, subject, opened);
    return [once, again === 0 ? once : await heap(page)];
  } finally {
    await context.close();
  }
}

async function openOnce(page: Page, subject: Subject, opened: Opened): Promise<void> {
  await page.evaluate((find) => window.benchWatch.begin(find), subject.find);
  await openAndWait(page, subject, opened, steps);
}

async function heap(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("HeapProfiler.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  await devtools.detach();
  return usedSize / 1_000_000;
}
