// React Flow's own sheet first: ours says what is different.
import { loadPart } from "../../editor/session/loadPart";
import "reactflow/dist/base.css";
import "./Canvas.css";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { ReactFlowProvider, useReactFlow, useStoreApi } from "reactflow";
import { runIn } from "../kit/useCommands";
import { useEditorState, useWorkspace } from "../kit/useWorkspace";
import { CanvasStoreContext, createCanvasStore, useCanvas } from "./canvasStore";
import { createCardStores, keepCards } from "./cards/cardStores";
import { keepLabels } from "./edges/keepLabels";
import { keepElements } from "./elements";
import { FlowSurface } from "./FlowSurface";
import { waitsForLayout } from "./firstFit";
import { keepHighlights } from "./highlights";
import { type CanvasKit, KitContext } from "./kit";
import { keepMotion } from "./motion";
import { keepScene } from "./sceneKeeper";
import { createView } from "./view";

/** The pipeline as steps and wires. */
export function Canvas() {
  return (
    <section aria-label="Canvas" className="sw-canvas">
      <ReactFlowProvider>
        <CanvasArea />
      </ReactFlowProvider>
    </section>
  );
}

function CanvasArea() {
  const workspace = useWorkspace();
  const { editor } = workspace;
  const flow = useReactFlow<never>();
  const store = useStoreApi();
  const [canvas] = useState(() => createCanvasStore(waitsForLayout(editor.store.getState().document)));
  const [cards] = useState(createCardStores);
  const kit = useMemo(
    (): CanvasKit => ({
      editor,
      canvas,
      cards,
      view: createView(flow, store),
      workspace,
      run: runIn(workspace),
      runAt: (at) => runIn(workspace, (question) => canvas.setState({ overlay: { kind: "question", question, at } })),
    }),
    [editor, canvas, cards, flow, store, workspace],
  );
  useEffect(() => {
    const stops = [
      keepScene(editor, canvas, cards.faces),
      keepCards(editor, cards),
      keepHighlights(editor, canvas),
      keepMotion(store, canvas),
      keepElements(kit, store),
      keepLabels(kit, store),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, canvas, cards, kit, store]);
  return (
    <CanvasStoreContext value={canvas}>
      <KitContext value={kit}>
        <FlowSurface />
        <Blank />
        <Overlays />
      </KitContext>
    </CanvasStoreContext>
  );
}

const EmptyCanvas = lazy(() => loadPart(() => import("./EmptyCanvas")));

function Blank() {
  const blank = useCanvas((state) => state.measured && state.scene.cards.size === 0);
  const readOnly = useEditorState((state) => state.readOnly);
  return blank && !readOnly ? (
    <Suspense fallback={null}>
      <EmptyCanvas />
    </Suspense>
  ) : null;
}

const OverlayView = lazy(() => loadPart(() => import("./overlays/OverlayView")));

/** Pickers and menus load when the first one opens. */
function Overlays() {
  const open = useCanvas((state) => state.overlay !== null);
  return open ? (
    <Suspense fallback={null}>
      <OverlayView />
    </Suspense>
  ) : null;
}
