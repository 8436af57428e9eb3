import { createStore } from "zustand/vanilla";
import type { Position } from "../../../pipeline/definition/document";

/** Where the free end of the wire is: apart from the canvas's state, so that a move draws the wire and nothing else. */
export const wirePointer = createStore<{ readonly at: Position; readonly client: Position }>(() => ({
  at: { x: 0, y: 0 },
  client: { x: 0, y: 0 },
}));
