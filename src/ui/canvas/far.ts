/** Whether the canvas is seen from afar: then a step is one plain card and all wires are one path. */
import { createContext, useContext, useEffect, useState } from "react";
import { useStoreApi } from "reactflow";

/** Below this zoom the view is from afar. */
const farBelow = 0.45;
/** While the zoom is changing, the cards change only beyond these: to and fro across one border would draw them all again each time. */
const slack = { near: 0.6, far: 0.36 } as const;
/** A zoom that has not changed for so long has settled. */
const restMs = 150;

/** What the view is at a zoom, from what it was before. */
export function isFarAt(zoom: number, before: boolean, moving: boolean): boolean {
  if (!moving) return zoom < farBelow;
  return before ? zoom < slack.near : zoom < slack.far;
}

/** Follows the zoom; renders again when the view comes to be from afar or from near. */
export function useFarView(): boolean {
  const store = useStoreApi();
  const [far, setFar] = useState(() => isFarAt(store.getState().transform[2], false, false));
  useEffect(() => {
    let zoom = store.getState().transform[2];
    let rest: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      rest = undefined;
      setFar(isFarAt(zoom, false, false));
    };
    const follow = (now: number) => {
      if (now === zoom) return;
      zoom = now;
      const moving = rest !== undefined;
      clearTimeout(rest);
      rest = setTimeout(settle, restMs);
      setFar((before) => isFarAt(now, before, moving));
    };
    settle();
    const stop = store.subscribe(({ transform }) => follow(transform[2]));
    return () => {
      stop();
      clearTimeout(rest);
    };
  }, [store]);
  return far;
}

export const FarContext = createContext(false);

export function useFar(): boolean {
  return useContext(FarContext);
}
