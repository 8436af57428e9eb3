/** The bottom panel's height, as the person left it; kept for the next time. */

const storageKey = "stepwire.panelHeight";
const smallest = 120;
const first = 280;

export const smallestHeight = smallest;

export function largestHeight(): number {
  return Math.max(smallest, Math.round(window.innerHeight * 0.75));
}

/** A height that fits the window as it is now. */
export function fittingHeight(height: number): number {
  return Math.min(largestHeight(), Math.max(smallest, Math.round(height)));
}

export function readHeight(): number {
  try {
    const stored = Number(window.localStorage.getItem(storageKey));
    return stored > 0 ? stored : first;
  } catch {
    return first;
  }
}

export function rememberHeight(height: number): void {
  try {
    window.localStorage.setItem(storageKey, String(height));
  } catch {
    // Without storage the height lasts as long as the page.
  }
}
