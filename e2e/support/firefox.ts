/** What Playwright's driver for Firefox as its maker built it (over BiDi) does not do as a person's browser would. */
import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";
import type { Point } from "./mouse";

/** It asks this of each new page; Firefox 153 has no such command, and its answer is not needed. */
const unknownToFirefox = "emulation.setMediaFeaturesOverride";

interface Session {
  send(method: string, params?: unknown): Promise<unknown>;
}

/** There is no public way to leave a command out. */
export function withoutUnknownCommands(browser: Browser): Browser {
  const inside = browser as unknown as {
    _connection: { toImpl(browser: Browser): { _browserSession: Session } };
  };
  const session = inside._connection.toImpl(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = async (method, params) => (method === unknownToFirefox ? {} : send(method, params));
  return browser;
}

/**
 * `fill` sets a control's value by script, which React takes for its own doing: here it is typed, as a hand or a paste would. And no
 * download is told of: what the page hands to the browser as a file is kept.
 */
export async function actAsPeople(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file: Blob) => {
      Object.assign(window, { lastFile: file });
      return make(file);
    };
    Object.defineProperty(window, "__pw_bidiInsertText", {
      get: () => (text: string) => {
        document.execCommand("insertText", false, text);
      },
      set: () => {},
    });
  });
}

/** Said of a page that was left while its font was on the way. */
export const leftWhileLoading = /^downloadable font: download failed .*status=2152398850/;

/** The text of the file that the page has made meanwhile. */
export async function textOfFile(page: Page, meanwhile: () => Promise<void>): Promise<string> {
  await page.evaluate(() => Object.assign(window, { lastFile: null }));
  await meanwhile();
  const kept = await page.waitForFunction(() => (window as unknown as { lastFile: Blob | null }).lastFile);
  return kept.evaluate((file) => (file as Blob).text());
}

export function isFirefox(page: Page): boolean {
  return page.context().browser()?.browserType().name() === "firefox";
}

/** The system's own drag and drop cannot be driven: the page is told of one, as the browser would tell it. */
export async function dropBySigns(from: Locator, onto: Locator, to: Point): Promise<void> {
  const target = await onto.elementHandle();
  await from.evaluate(
    (source, { target, to }) => {
      const dataTransfer = new DataTransfer();
      const tell = (element: Element, kind: string) =>
        element.dispatchEvent(
          new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer, clientX: to.x, clientY: to.y }),
        );
      tell(source, "dragstart");
      const under = document.elementFromPoint(to.x, to.y) ?? target;
      if (under === null) throw new Error("there is nothing to drop it on");
      for (const kind of ["dragenter", "dragover", "drop"]) tell(under, kind);
      tell(source, "dragend");
    },
    { target, to },
  );
}
