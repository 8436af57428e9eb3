import { useSyncExternalStore } from "react";

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** True where there is no room for three columns: the inspector lies over the canvas, the palette folds to icons. */
export function useIsNarrow(): boolean {
  return useMedia("(max-width: 1100px)");
}
