import type { Browser, CDPSession, Page } from "@playwright/test";
import { openAndWait } from "./canvas";
import { findStep, readCards } from "./cards";
import { definitionText } from "./definitions";
import { percentile } from "./statistics";
import { names, stepwire } from "./stepwire";
import type { Subject } from "./subject";
import type { Row } from "./table";
import { installWatch } from "./watch";

/** What a person waits for while editing, in the browser. */
interface Edited {
  /** From a key to the picture after it: the field, the canvas and the problems have followed by then. */
  readonly key: number;
  /** Our code, running for each key, on average. */
  readonly script: number;
  /** The main thread, busy for each key, on average: with what the browser does for every key in a page of that size. */
  readonly work: number;
  /** From a key to "Saved". */
  readonly saved: number;
  readonly tidy: number;
  /** The longest task of the main thread while the layout was made and shown. */
  readonly tidyTask: number;
}

const few = 50;
const many = 1_000;
const keys = 60;
/** "No more than at 50": as near as two runs of one and the same are. */
const noMore = 1.15;
/** Opening leaves garbage and a copy to be written; none of it is a key's. */
const restMs = 10_000;

export async function measureEditing(browser: Browser, link: () => Promise<string>): Promise<Row[]> {
  const small = await edit(browser, link, few);
  const large = await edit(browser, link, many);
  const row = (name: string, figure: keyof Edited, goal: Row["goal"]): Row => ({
    name: `${name}: 1,000 steps beside 50`,
    unit: "ms",
    ours: large[figure],
    reference: small[figure],
    goal,
  });
  return [
    row("a key in a field, script", "script", { ratio: noMore }),
    row("a key in a field until the next picture, p95", "key", { ratio: noMore }),
    row("a key in a field, main thread", "work", null),
    row("a key in a field until “Saved”, p95", "saved", { ours: 150 }),
    row("tidy", "tidy", { ours: 4_000 }),
    row("tidy, longest task of the main thread", "tidyTask", { ours: 50 }),
  ];
}

async function edit(browser: Browser, link: () => Promise<string>, steps: number): Promise<Edited> {
  const subject = stepwire(link);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(installWatch);
    await page.addInitScript(installTimes);
    await subject.prepare(page);
    await page.evaluate((find) => window.benchWatch.begin(find), subject.find);
    const text = definitionText(steps);
    await openAndWait(page, subject, { text, cards: {}, area: { width: 0, height: 0 } }, steps);
    await laidOut(page);
    await page.evaluate(() => window.benchWatch.end());
    const typed = await typeInField(page, subject, text);
    await page.evaluate((find) => window.benchWatch.begin(find), subject.find);
    const tidied = await tidy(page);
    return { ...typed, ...tidied };
  } finally {
    await context.close();
  }
}

async function typeInField(
  page: Page,
  subject: Subject,
  text: string,
): Promise<Pick<Edited, "key" | "script" | "work" | "saved">> {
  await page.waitForTimeout(restMs);
  const cards = Object.entries(await readCards(page, subject, text)).filter(([name]) => name.startsWith("Lambda"));
  const at = await findStep(page, subject, Object.fromEntries(cards));
  await page.mouse.click(at.x, at.y);
  const field = page.getByRole("region", { name: "Inspector" }).getByLabel(names.plainField, { exact: true });
  await field.click();
  await page.keyboard.press("End");
  // The first letters compile the code.
  for (let key = 0; key < 10; key += 1) await typeKey(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const before = await busy(devtools);
  await page.evaluate(() => window.benchTimes.begin());
  for (let key = 0; key < keys; key += 1) await typeKey(page);
  const times = await page.evaluate(() => window.benchTimes.end());
  const after = await busy(devtools);
  await devtools.detach();
  if (times.saved.length < keys / 2) throw new Error("the typed letters were not saved");
  return {
    key: percentile(times.painted, 95),
    script: ((after.script - before.script) * 1000) / keys,
    work: ((after.task - before.task) * 1000) / keys,
    saved: percentile(times.saved, 95),
  };
}

/** One letter, and until it is saved: so each key is measured alone. */
async function typeKey(page: Page): Promise<void> {
  await page.keyboard.type("a");
  await page.waitForFunction(() => window.benchTimes.isSaved(), undefined, { polling: 20 });
}

/** A document that came without places is being laid out, in a worker that would take the keys' time. */
async function laidOut(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: names.tidy, exact: true });
  await button.click({ trial: true, timeout: 120_000 });
}

/** The layout's code is there already: the document was laid out when it was opened. */
async function tidy(page: Page): Promise<Pick<Edited, "tidy" | "tidyTask">> {
  const button = page.getByRole("button", { name: names.tidy, exact: true });
  await page.evaluate(() => window.benchTimes.begin());
  const start = performance.now();
  await button.click();
  await page.waitForFunction(() => window.benchTimes.isTidy(), undefined, { timeout: 120_000, polling: 20 });
  const took = performance.now() - start;
  await still(page);
  const { tasks } = await page.evaluate(() => window.benchTimes.end());
  return { tidy: took, tidyTask: Math.max(0, ...tasks) };
}

async function still(page: Page): Promise<void> {
  await page.waitForFunction(() => window.benchWatch.isStill(1_000), undefined, { timeout: 60_000, polling: 100 });
}

/** For how many seconds the main thread has been busy so far, and how many of them with script. */
async function busy(devtools: CDPSession): Promise<{ readonly task: number; readonly script: number }> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const read = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  return { task: read("TaskDuration"), script: read("ScriptDuration") };
}

interface Times {
  readonly begin: () => void;
  readonly end: () => { readonly painted: number[]; readonly saved: number[]; readonly tasks: number[] };
  /** True once what was typed last is stored. */
  readonly isSaved: () => boolean;
  /** True once the page has said so to screen readers. */
  readonly isTidy: () => boolean;
}

declare global {
  interface Window {
    benchTimes: Times;
  }
}

/** Runs inside the page: when a key came, when the picture after it was painted, when it was saved; tasks that took long. */
function installTimes(): void {
  let painted: number[] = [];
  let saved: number[] = [];
  let tasks: number[] = [];
  let pressed: number | null = null;

  const words = () => document.querySelector(".sw-top-saved")?.textContent ?? "";

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: "longtask", buffered: false });

  document.addEventListener(
    "keydown",
    (event) => {
      const { timeStamp } = event;
      pressed = timeStamp;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          painted.push(performance.now() - timeStamp);
          channel.port1.close();
        };
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );

  new MutationObserver(() => {
    if (pressed === null || words() !== "Saved") return;
    saved.push(performance.now() - pressed);
    pressed = null;
  }).observe(document, { subtree: true, childList: true, characterData: true });

  window.benchTimes = {
    begin: () => {
      painted = [];
      saved = [];
      tasks = [];
    },
    end: () => ({ painted, saved, tasks }),
    isSaved: () => pressed === null && words() === "Saved",
    isTidy: () => [...document.querySelectorAll("[aria-live]")].some(({ textContent }) => /tidied/.test(textContent)),
  };
}
