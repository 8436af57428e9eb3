import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Handlers, HandlersState } from "../../../editor/runs/handlers/createHandlers";
import { useWorkspace } from "../../kit/useWorkspace";

const none = createStore<HandlersState>(() => ({ state: "unasked", attached: new Map(), error: null }));

/** What really runs code for the document's steps, and what is known of it; null while that is loaded. */
export function useHandlers(): readonly [Handlers | null, HandlersState] {
  const { runs } = useWorkspace();
  const [handlers, setHandlers] = useState<Handlers | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void runs.handlers().then((loaded) => {
      if (isCurrent) setHandlers(loaded);
      void loaded.refresh();
    });
    return () => {
      isCurrent = false;
    };
  }, [runs]);
  return [handlers, useStore(handlers?.store ?? none)];
}
