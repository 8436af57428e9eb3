/** Looks again and again, at a rhythm, while somebody can see the page. */
import type { Surroundings } from "./calls";

export interface Poll {
  stop(): void;
}

/** In so many milliseconds, when the page has attention anew, or no more. */
export type NextLook = number | "at attention" | "never";

/**
 * Looks at once, then when `look` answers to look next, until that is never. While the page is hidden nothing is asked; when it is seen
 * again, or connected to its server anew, at once.
 */
export function poll(look: () => Promise<NextLook>, { later, isHidden, onAttention }: Surroundings): Poll {
  let stopped = false;
  let looking = false;
  let takeBack = () => {};
  const again = async () => {
    takeBack();
    if (stopped || looking || isHidden()) return;
    looking = true;
    const next = await look();
    looking = false;
    if (next === "never") stop();
    else if (!stopped && next !== "at attention") takeBack = later(() => void again(), next);
  };
  const stopListening = onAttention(() => {
    if (!isHidden()) void again();
  });
  function stop(): void {
    stopped = true;
    takeBack();
    stopListening();
  }
  void again();
  return { stop };
}
