import "./FlowSurface.css";
import { type CSSProperties, lazy, Suspense, useEffect, useMemo, useRef } from "react";
import { Background, type NodeTypes, ReactFlow, useStoreApi } from "reactflow";
import { loadPart } from "../../editor/session/loadPart";
import { listen } from "../kit/listen";
import { useIdle } from "../kit/useIdle";
import { useEditorState } from "../kit/useWorkspace";
import { useCanvas } from "./canvasStore";
import { StepCard } from "./cards/StepCard";
import { dragEnd, dragOver, dragStart, nodesChanged, releaseSelection } from "./drag";
import { DropBubble } from "./drop/DropBubble";
import { EdgeLayer } from "./edges/EdgeLayer";
import { createFlowNodes, type StepNode } from "./flowNodes";
import { useKit } from "./kit";
import { Notes } from "./notes/Notes";
import { useOutsideDrops } from "./outsideDrops";
import { CanvasTools } from "./tools/CanvasTools";
import { Minimap } from "./tools/Minimap";
import { SpacePan } from "./tools/SpacePan";
import { stepUnder, useUnder } from "./under";
import { useBand } from "./useBand";
import { useCanvasKeys } from "./useCanvasKeys";
import { useCanvasView } from "./useCanvasView";
import { zoomLimits } from "./view";
import { WireLayer } from "./wire/WireLayer";

const nodeTypes: NodeTypes = { step: StepCard, box: StepCard };
const addKeys = ["Shift", "Meta", "Control"];
const panButtons = [0, 1];

/** So many dragged steps get sheets of their own: what lies below is not painted again. More would cost more than they save. */
const mostLifted = 12;

/** What lies below the elements comes when the canvas is there: near, nobody misses it until then. */
const Painting = lazy(() => loadPart(() => import("./painting/Painting")));

/** Nobody rests on anything before the canvas stands. */
const Looking = lazy(() => loadPart(() => import("./looking/Looking")));

/** React Flow with our nodes, which are written straight into its store: a move draws what moved and nothing else. */
export function FlowSurface() {
  const kit = useKit();
  const { editor, canvas } = kit;
  const surface = useRef<HTMLDivElement>(null);
  const idle = useIdle();
  const pixel = useScreenPixel();
  const pressed = usePressed();
  const flow = useStoreApi<StepNode>();
  const arriving = useCanvas((state) => state.arriving || !state.measured);
  const dragged = useCanvas((state) => state.drag?.size ?? 0);
  const far = useCanvas((state) => state.far);
  const painted = useCanvas((state) => state.painted);
  // Near, a zoom would have the browser draw every element anew in each frame: what is painted stands for them.
  const veiled = useCanvas((state) => state.painted && state.moving && !state.far && state.wire === null);
  const lifting = dragged > 0 && dragged <= mostLifted;
  useFlowNodes();
  useCanvasView();
  const keys = useCanvasKeys();
  const drops = useOutsideDrops();
  const under = useUnder();
  useBand();
  const readOnly = useEditorState((state) => state.readOnly);
  return (
    <div
      ref={surface}
      className={`sw-canvas-surface ${arriving ? "is-arriving" : ""} ${lifting ? "is-lifting" : ""} ${painted ? "is-painted" : ""} ${veiled ? "is-veiled" : ""}`}
      style={pixel}
      aria-busy={arriving}
      onPointerDownCapture={() => {
        pressed.current = true;
        // With Shift the browser would stretch what is selected of the page's text.
        window.getSelection()?.removeAllRanges();
      }}
      {...keys}
      {...drops}
      {...under}
    >
      <ReactFlow<StepNode>
        nodeTypes={nodeTypes}
        onNodesChange={(changes) => {
          const { userSelectionRect, multiSelectionActive } = flow.getState();
          const held = { banding: userSelectionRect !== null, adding: multiSelectionActive };
          nodesChanged(kit, changes, { ...held, pressed: pressed.current });
        }}
        onNodeDragStart={(_, { id }, nodes) =>
          dragStart(
            kit,
            id,
            nodes.map((node) => node.id),
          )
        }
        onNodeDrag={(event) => dragOver(kit, event)}
        onNodeDragStop={(event) => dragEnd(kit, event)}
        onPaneClick={(event) => {
          // A finger has no place before it comes down: what it touches is no element yet.
          const touched = stepUnder(kit, { x: event.clientX, y: event.clientY });
          if (touched === null) editor.clearSelection();
          else editor.select([touched]);
          canvas.setState({ overlay: null, line: null });
        }}
        onPaneContextMenu={(event) => {
          event.preventDefault();
          const at = kit.view.toCanvas({ x: event.clientX, y: event.clientY });
          canvas.setState({ overlay: { kind: "canvasMenu", at } });
        }}
        onNodeContextMenu={(event, { id }) => {
          event.preventDefault();
          if (!editor.store.getState().selection.steps.includes(id)) editor.select([id]);
          const at = kit.view.toCanvas({ x: event.clientX, y: event.clientY });
          canvas.setState({ overlay: { kind: "stepMenu", step: id, at } });
        }}
        onNodeDoubleClick={(event, { id }) => {
          const onHead = event.target instanceof Element && event.target.closest(".sw-card-head") !== null;
          // From afar a card is all head.
          if ((onHead || far) && !readOnly) canvas.setState({ renaming: id });
        }}
        onMoveStart={(event) => {
          if (event !== null && canvas.getState().overlay !== null) canvas.setState({ overlay: null });
        }}
        nodesDraggable={!readOnly}
        nodesConnectable={false}
        nodesFocusable
        nodeDragThreshold={3}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={addKeys}
        panOnDrag={panButtons}
        panOnScroll
        panOnScrollSpeed={1}
        zoomOnDoubleClick={false}
        elevateNodesOnSelect={false}
        zIndexMode="manual"
        minZoom={zoomLimits.least}
        maxZoom={zoomLimits.most}
        proOptions={proOptions}
      >
        {!far && <Background id="dots" gap={22} size={1.4} color="var(--sw-canvas-dot)" />}
        <Suspense fallback={null}>
          <Painting />
        </Suspense>
        <EdgeLayer />
        <WireLayer />
        <Ghost />
        <Notes />
      </ReactFlow>
      {dragged > 0 && <div className="sw-drag-shield" />}
      <SpacePan />
      <DropBubble />
      <Finding />
      {idle && (
        <Suspense fallback={null}>
          <Looking surface={surface} />
        </Suspense>
      )}
      <CanvasTools />
      <Minimap />
    </div>
  );
}

/** How much of the canvas a pixel of the screen shows, for what must be seen from afar; known when the view rests. */
function useScreenPixel(): CSSProperties {
  const kit = useKit();
  const isFarAtRest = useCanvas((state) => state.far && !state.moving);
  const zoom = isFarAtRest ? kit.view.zoom() : 1;
  return useMemo(() => ({ "--sw-screen-pixel": 1 / Math.min(1, zoom) }) as CSSProperties, [zoom]);
}

/** Whether the pointer is down on the canvas. */
function usePressed(): { current: boolean } {
  const kit = useKit();
  const pressed = useRef(false);
  useEffect(() => {
    const release = () => {
      pressed.current = false;
      releaseSelection(kit);
    };
    return listen(window, { pointerup: release, pointercancel: release });
  }, [kit]);
  return pressed;
}

const GhostWire = lazy(() => loadPart(() => import("./wire/GhostWire")));

/** What is proposed is looked for when the first step is added behind another. */
function Ghost() {
  const proposal = useEditorState((state) => state.proposal);
  return proposal === null ? null : (
    <Suspense fallback={null}>
      <GhostWire {...proposal} />
    </Suspense>
  );
}

const FindBar = lazy(() => loadPart(() => import("./found/FindBar")));

/** What was found is marked until one ends it. */
function Finding() {
  const marked = useEditorState(({ search }) => search?.marked === true);
  return marked ? (
    <Suspense fallback={null}>
      <FindBar />
    </Suspense>
  ) : null;
}

const proOptions = { hideAttribution: true };

function useFlowNodes(): void {
  const { editor, canvas } = useKit();
  const store = useStoreApi<StepNode>();
  useEffect(() => {
    const flowNodes = createFlowNodes();
    const write = () => {
      const selected = new Set(canvas.getState().held ?? editor.store.getState().selection.steps);
      const nodes = flowNodes(canvas.getState(), selected);
      if (nodes !== store.getState().nodes) store.getState().setNodes(nodes);
    };
    write();
    const stops = [
      canvas.subscribe((state, before) => {
        const moved = state.scene !== before.scene || (state.drag === null) !== (before.drag === null);
        const others = state.elements !== before.elements || state.held !== before.held;
        if (moved || others || state.tabStop !== before.tabStop) write();
      }),
      editor.store.subscribe((state, before) => {
        if (state.selection !== before.selection) write();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, canvas, store]);
}
