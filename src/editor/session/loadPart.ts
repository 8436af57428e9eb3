/**
 * The code that comes when it is first needed. A server that is gone must not end what waits for it: the part is asked for again until
 * it is there, and meanwhile the page says that one is missing.
 */
import { createStore } from "zustand/vanilla";

/** How many parts are waited for in vain; a fact of the page, whatever is open in it. */
export const missingParts = createStore<{ readonly count: number }>(() => ({ count: 0 }));

/** What asks again before its pause is over. */
const waiting = new Set<() => void>();

const pause = 1_000;
/** A part that has not come after so many milliseconds is said to be missing, though nothing has failed. */
const patience = 2_500;

/** `wanted`: false for what is loaded ahead of time. Nobody waits for it, and nothing is said while it is missing. */
export async function loadPart<Part>(load: () => Promise<Part>, { wanted = true } = {}): Promise<Part> {
  let isMissing = false;
  const miss = () => {
    if (!wanted) return;
    if (!isMissing) missingParts.setState(({ count }) => ({ count: count + 1 }));
    isMissing = true;
  };
  const late = setTimeout(miss, patience);
  try {
    for (;;) {
      try {
        return await load();
      } catch (error) {
        if (!isOfTheNetwork(error)) throw error;
        miss();
        await untilAskedAgain();
      }
    }
  } finally {
    clearTimeout(late);
    if (isMissing) missingParts.setState(({ count }) => ({ count: count - 1 }));
  }
}

/** Asks for everything that is missing now. */
export function askAgain(): void {
  for (const ask of [...waiting]) ask();
}

function untilAskedAgain(): Promise<void> {
  return new Promise((resolve) => {
    const ask = () => {
      clearTimeout(timer);
      waiting.delete(ask);
      resolve();
    };
    const timer = setTimeout(ask, pause);
    waiting.add(ask);
  });
}

/** What Chromium, Firefox, Safari and Vite say of code that could not be fetched; all else is a fault in that code. */
function isOfTheNetwork(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script failed|preload CSS/i.test(error.message);
}
