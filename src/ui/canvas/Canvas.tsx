import "reactflow/dist/base.css";
import "./canvas.css";
import "./cards/cards.css";
import "./edges/edges.css";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { ReactFlowProvider, useReactFlow, useStoreApi } from "reactflow";
import { useEditor } from "../kit/useEditor";
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
  const editor = useEditor();
  const flow = useReactFlow<never>();
  const store = useStoreApi();
  const [session] = useState(() => createSession(waitsForLayout(editor.store.getState().document)));
  const kit = useMemo(
    (): CanvasKit => ({ editor, session, view: createView(flow, store) }),
    [editor, session, flow, store],
  );
  useEffect(() => {
    const stops = [keepScene(editor, session), keepLit(editor, session)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, session]);
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
