/** Looks again and again, at a rhythm, while somebody can see the page. */
import type { Surroundings } from "./calls";

export interface Poll {
  stop(): void;
}

/**
 * Looks at once, then after each wait that `look` answers, until it answers null. While the page is hidden nothing is asked; when it
 * is seen again, at once.
 */
export function poll(look: () => Promise<number | null>, { later, isHidden, onAttention }: Surroundings): Poll {
  let stopped = false;
  let looking = false;
  let takeBack = () => {};
  const again = async () => {
    takeBack();
    if (stopped || looking || isHidden()) return;
    looking = true;
    const wait = await look();
    looking = false;
    if (wait === null) stop();
    else if (!stopped) takeBack = later(() => void again(), wait);
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
