// React Flow's own sheet first: ours says what is different.
import "reactflow/dist/base.css";
import "./Canvas.css";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { ReactFlowProvider, useReactFlow, useStoreApi } from "reactflow";
import { runIn } from "../kit/useCommands";
import { useWorkspace } from "../kit/useWorkspace";
import { createCardStores, keepCards } from "./cards/cardStores";
import { EmptyCanvas } from "./EmptyCanvas";
import { FlowSurface } from "./FlowSurface";
import { waitsForLayout } from "./firstFit";
import { type CanvasKit, KitContext } from "./kit";
import { keepLit } from "./lit";
import { keepScene } from "./sceneKeeper";
import { createSession, SessionContext, useCanvas } from "./session";
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
  const [session] = useState(() => createSession(waitsForLayout(editor.store.getState().document)));
  const [cards] = useState(createCardStores);
  const kit = useMemo(
    (): CanvasKit => ({
      editor,
      session,
      cards,
      view: createView(flow, store),
      workspace,
      run: runIn(workspace),
      runAt: (at) => runIn(workspace, (question) => session.setState({ overlay: { kind: "question", question, at } })),
    }),
    [editor, session, cards, flow, store, workspace],
  );
  useEffect(() => {
    const stops = [keepScene(editor, session, cards.faces), keepCards(editor, cards), keepLit(editor, session)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, session, cards]);
  return (
    <SessionContext value={session}>
      <KitContext value={kit}>
        <FlowSurface />
        <EmptyCanvas />
        <Overlays />
      </KitContext>
    </SessionContext>
  );
}

const OverlayView = lazy(() => import("./overlays/OverlayView"));

/** Pickers and menus load when the first one opens. */
function Overlays() {
  const open = useCanvas((state) => state.overlay !== null);
  return open ? (
    <Suspense fallback={null}>
      <OverlayView />
    </Suspense>
  ) : null;
}
