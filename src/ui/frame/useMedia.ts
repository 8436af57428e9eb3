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

/** True where there is no room for all of the top bar: what is not needed at each moment goes into one menu. */
export function useIsTight(): boolean {
  return useMedia("(max-width: 900px)");
}
