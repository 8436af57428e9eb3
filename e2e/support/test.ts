import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { Editor } from "./editor";
import { actAsPeople, leftWhileLoading, withoutUnknownCommands } from "./firefox";
import { type RunningServer, startServer } from "./server";

/** What the page complained of: console errors, uncaught errors, breaches of the content security policy. */
export class Complaints {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  /** For a test that provokes one: a refused deploy answers 400, which Chromium reports as an error. */
  expect(complaint: RegExp): void {
    this.expected.push(complaint);
  }

  hear(complaint: string): void {
    this.heard.push(complaint);
  }

  unexpected(): string[] {
    return this.heard.filter((complaint) => !this.expected.some((pattern) => pattern.test(complaint)));
  }
}

interface Options {
  /** For tests that deploy, run or end the server: nothing of it is seen by another. The others share one, each with a link of its own. */
  ownServer: boolean;
  /** Most tests ask for little of what the page fetches ahead while it is idle, which costs as much as the tests themselves. */
  savesData: boolean;
}

interface Fixtures extends Options {
  server: RunningServer;
  /** Fails the test at its end if a page complained of anything that the test did not expect. */
  complaints: Complaints;
  /** The page at the printed link. */
  page: Page;
  /** The page in the editor's words. */
  editor: Editor;
}

export const test = base.extend<Fixtures, { sharedServer: RunningServer }>({
  browser: [
    async ({ browser, browserName }, use) => use(browserName === "firefox" ? withoutUnknownCommands(browser) : browser),
    { scope: "worker" },
  ],
  ownServer: [false, { option: true }],
  savesData: [true, { option: true }],
  sharedServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  server: async ({ ownServer, sharedServer }, use) => {
    if (!ownServer) return use({ ...sharedServer, link: await sharedServer.freshLink() });
    const server = await startServer();
    await use(server);
    await server.stop();
  },
  context: async ({ context, savesData }, use) => {
    if (savesData) await context.addInitScript(asksToSaveData);
    await use(context);
  },
  complaints: [
    async ({ context, browserName }, use) => {
      const complaints = new Complaints();
      if (browserName === "firefox") {
        await actAsPeople(context);
        complaints.expect(leftWhileLoading);
      }
      await listen(context, complaints);
      await use(complaints);
      expect(complaints.unexpected(), "the page complained").toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page, server, complaints: _listening }, use) => {
    await page.goto(server.link);
    await use(page);
    // Before the server ends: a page that still loads something would complain.
    for (const open of page.context().pages()) await open.close();
  },
  editor: async ({ page }, use) => {
    await use(new Editor(page));
  },
});

export { expect };

/** What a browser says whose user pays for each megabyte. */
function asksToSaveData(): void {
  Object.defineProperty(navigator, "connection", { value: { saveData: true } });
}

const violationMark = "content security policy violated: ";

async function listen(context: BrowserContext, complaints: Complaints): Promise<void> {
  context.on("console", (message) => {
    if (message.type() === "error") complaints.hear(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.hear(String(error.error().stack ?? error.error())));
  // A violation that only reports, or one in a worker's page, is not always printed to the console.
  await context.addInitScript((mark) => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`${mark}${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`);
    });
  }, violationMark);
}
