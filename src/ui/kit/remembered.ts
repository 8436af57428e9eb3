/** What a person chose of how the page looks, kept for the next time. */
import { useCallback, useState } from "react";

export function recall(what: string): string | null {
  try {
    return window.localStorage.getItem(`stepwire.${what}`);
  } catch {
    return null;
  }
}

export function remember(what: string, value: string): void {
  try {
    window.localStorage.setItem(`stepwire.${what}`, value);
  } catch {
    // Without storage it lasts as long as the page.
  }
}

/** A choice of yes or no; no at first. */
export function useRemembered(what: string): readonly [boolean, (chosen: boolean) => void] {
  const [chosen, setChosen] = useState(() => recall(what) === "true");
  const choose = useCallback(
    (next: boolean) => {
      setChosen(next);
      remember(what, String(next));
    },
    [what],
  );
  return [chosen, choose];
}
