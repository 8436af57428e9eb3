import { useEffect, useState } from "react";
import { afterPaint } from "./afterPaint";
import { untilIdle } from "./untilIdle";

/**
 * False until the page has painted what it is asked for, so many milliseconds have passed and it has nothing else to do: then what nobody
 * waits for may come.
 */
export function useIdle(head = 0): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    let left = false;
    const wait = setTimeout(async () => {
      await afterPaint();
      await untilIdle();
      if (!left) setIdle(true);
    }, head);
    return () => {
      left = true;
      clearTimeout(wait);
    };
  }, [head]);
  return idle;
}
