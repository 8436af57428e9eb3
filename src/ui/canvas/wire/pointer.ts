import { createStore } from "zustand/vanilla";
import type { Place } from "../../../pipeline/definition/document";

/** Where the free end of the wire is: apart from the session, so that a move draws the wire and nothing else. */
export const wirePointer = createStore<{ readonly at: Place; readonly client: Place }>(() => ({
  at: { x: 0, y: 0 },
  client: { x: 0, y: 0 },
}));
