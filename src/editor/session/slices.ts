/** So long the page waits at most: half of a frame. */
const longest = 8;

/**
 * Does a long work in parts of at most 8 ms, with room between them for all else that the page does.
 *
 * @param done gets what came of it.
 * @returns gives the work up.
 */
export function inSlices<T>(work: Generator<undefined, T>, done: (value: T) => void): () => void {
  let timer = setTimeout(go);
  function go(): void {
    const end = performance.now() + longest;
    do {
      const next = work.next();
      if (next.done === true) {
        done(next.value);
        return;
      }
    } while (performance.now() < end);
    timer = setTimeout(go);
  }
  return () => clearTimeout(timer);
}

/** What comes of a work that takes no longer than one part; null where it does: `inSlices` goes on with it. */
export function doneAtOnce<T>(work: Generator<undefined, T>): { readonly value: T } | null {
  const end = performance.now() + longest;
  do {
    const next = work.next();
    if (next.done === true) return { value: next.value };
  } while (performance.now() < end);
  return null;
}

/** The same, for whoever waits for it; a short work is done at once. */
export async function doneInSlices<T>(work: Generator<undefined, T>): Promise<T> {
  const pause = pauses();
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    await pause();
  }
}

/** What a long work that is `async` waits for between its parts: nothing, or room for all else once it has taken 8 ms. */
export function pauses(): () => Promise<void> {
  let end = performance.now() + longest;
  return async () => {
    if (performance.now() < end) return;
    await new Promise((resolve) => setTimeout(resolve));
    end = performance.now() + longest;
  };
}
