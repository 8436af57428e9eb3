/**
 * Fetches the code that the page may come to need while it has nothing else to do, so that it can be opened when the server has gone.
 * Fetched, not run: `modulepreload` keeps scripts for their first import; sheets and workers stay in the browser's cache. The build
 * names the parts in the page's head (`vite.config.ts`); the development server names none.
 */
import { afterPaint } from "./afterPaint";
import { untilIdle } from "./untilIdle";

const atOnce = 4;
const pause = 2_000;
/** The canvas comes first: who opens a pipeline at once does not share the line with what is fetched for later. */
const head = 2_000;

/** Whether the browser says that its user pays for each megabyte: then nothing is fetched that may never be asked for. */
export function savesData(browser: Navigator & { connection?: { saveData?: boolean } }): boolean {
  return browser.connection?.saveData === true;
}

export async function preloadParts(): Promise<void> {
  const named = document.querySelector<HTMLMetaElement>("meta[name=stepwire-parts]")?.content ?? "";
  const waiting = named.split(" ").filter((part) => part !== "");
  await afterPaint();
  await after(head);
  await untilIdle();
  const fetchNext = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      while (!(await fetched(new URL(part, document.baseURI).href))) await after(pause);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, fetchNext));
}

function fetched(address: string): Promise<boolean> {
  if (!address.endsWith(".js") || /worker/.test(address)) {
    return fetch(address, { priority: "low" }).then(
      async (response) => (await response.arrayBuffer()).byteLength > 0 && response.ok,
      () => false,
    );
  }
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.fetchPriority = "low";
    link.href = address;
    link.onload = () => resolve(true);
    link.onerror = () => {
      link.remove();
      resolve(false);
    };
    document.head.append(link);
  });
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
