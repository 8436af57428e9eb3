import { createContext, useContext } from "react";
import type { Editor } from "../../editor/session/createEditor";
import type { CardStores } from "./cards/cardStores";
import type { CanvasSession } from "./session";
import type { View } from "./view";

/** What every gesture on the canvas works with. */
export interface CanvasKit {
  readonly editor: Editor;
  readonly session: CanvasSession;
  readonly view: View;
  readonly cards: CardStores;
}

export const KitContext = createContext<CanvasKit | null>(null);

export function useKit(): CanvasKit {
  const kit = useContext(KitContext);
  if (kit === null) throw new Error("There is no canvas around this component.");
  return kit;
}
