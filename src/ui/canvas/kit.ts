import { createContext } from "react";
import type { Editor } from "../../editor/session/createEditor";
import type { Workspace } from "../../editor/workspace";
import type { Position } from "../../pipeline/definition/document";
import type { Run } from "../kit/useCommands";
import { useRequired } from "../kit/useRequired";
import type { CanvasStore } from "./canvasStore";
import type { CardStores } from "./cards/cardStores";
import type { View } from "./view";

/** What every gesture on the canvas works with. */
export interface CanvasKit {
  readonly editor: Editor;
  readonly canvas: CanvasStore;
  readonly view: View;
  readonly cards: CardStores;
  readonly workspace: Workspace;
  readonly run: Run;
  /** Performs a command whose questions are asked at a point of the canvas. */
  readonly runAt: (at: Position) => Run;
}

export const KitContext = createContext<CanvasKit | null>(null);

export const useKit = () => useRequired(KitContext, "canvas");
