import { useRef, useSyncExternalStore } from "react";
import { shallow } from "zustand/shallow";
import type { StoreApi } from "zustand/vanilla";

/** A part of a store's state; the component renders again only when that part changes: by `equal`, one level deep unless another is given. */
export function useStorePart<S, T>(
  store: StoreApi<S>,
  selector: (state: S) => T,
  equal: (left: T, right: T) => boolean = shallow,
): T {
  const last = useRef<{ readonly value: T } | null>(null);
  const read = () => {
    const value = selector(store.getState());
    // The same object must come back while nothing changed, or React would render without end.
    if (last.current === null || !equal(last.current.value, value)) last.current = { value };
    return last.current.value;
  };
  return useSyncExternalStore(store.subscribe, read, read);
}
