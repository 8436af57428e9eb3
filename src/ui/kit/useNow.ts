import { useEffect, useState } from "react";

/** The present moment, in milliseconds since 1970, anew twice a second as long as something goes on. */
export function useNow(goesOn: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!goesOn) return;
    const ticking = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(ticking);
  }, [goesOn]);
  return now;
}
