import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { Editor } from "./editor";
import { leftWhileLoading, typeAsHands, withoutUnknownCommands } from "./firefox";
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

interface Fixtures {
  /** A server of the test's own: nothing that one test deploys is seen by another. */
  server: RunningServer;
  /** Fails the test at its end if a page complained of anything that the test did not expect. */
  complaints: Complaints;
  /** The page at the printed link. */
  page: Page;
  /** The page in the editor's words. */
  editor: Editor;
}

export const test = base.extend<Fixtures>({
  browser: [
    async ({ browser, browserName }, use) => use(browserName === "firefox" ? withoutUnknownCommands(browser) : browser),
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  server: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
  complaints: [
    async ({ context, browserName }, use) => {
      const complaints = new Complaints();
      if (browserName === "firefox") {
        await typeAsHands(context);
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
