import { gzipSync } from "node:zlib";
import type { Browser, Page, Response } from "@playwright/test";
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
    ours: await loaded(browser, async (page) => {
      await ours.prepare(page);
      await page.getByRole("button", { name: names.blank }).first().click();
      await page.locator(ours.find.canvas).waitFor();
    }),
    reference: await loaded(browser, async (page) => {
      await reference.prepare(page);
      await reference.open(page, { text: '{"Version":"2020-12-01","Steps":[]}', cards: {} });
      await page.locator(reference.find.canvas).waitFor();
    }),
    goal: { ours: 300 },
  };
}

async function loaded(browser: Browser, visit: (page: Page) => Promise<void>): Promise<number> {
  const context = await browser.newContext();
  try {
    const scripts: Response[] = [];
    context.on("response", (response) => {
      const type = response.headers()["content-type"] ?? "";
      if (/javascript/.test(type)) scripts.push(response);
    });
    const page = await context.newPage();
    await page.addInitScript(installWatch);
    await visit(page);
    const bodies = await Promise.all(scripts.map((script) => script.body()));
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1000;
  } finally {
    await context.close();
  }
}
