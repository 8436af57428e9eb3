import { useEffect, useRef } from "react";
import { useStore } from "reactflow";
import type { CanvasPort } from "../../editor/session/canvasPort";
import { loadPart } from "../../editor/session/loadPart";
import { boundsOf } from "../../pipeline/layout/rect";
import { emptyScene } from "../../pipeline/layout/scene";
import { useEditorState } from "../kit/useWorkspace";
import { type CanvasStore, useCanvas } from "./canvasStore";
import { settleDrag } from "./drag";
import { firstFit, shownBounds, waitsForLayout } from "./firstFit";
import { focusStep, stepMenuPosition } from "./focus";
import { type CanvasKit, useKit } from "./kit";
import { showCycle } from "./refuse";

/** Shows the whole pipeline when a document opens, what is asked for when it is, and lends the view to the areas around. */
export function useCanvasView(): void {
  const kit = useKit();
  useEffect(() => kit.workspace.lendCanvas(portFor(kit)), [kit]);
  useFirstFit(kit);
  useRevealed(kit);
  useSteadyCentre(kit);
}

/** When a panel opens or closes beside the canvas, what was in the middle stays in the middle. */
function useSteadyCentre(kit: CanvasKit): void {
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const before = useRef({ width, height });
  useEffect(() => {
    const last = before.current;
    before.current = { width, height };
    if (last.width === 0 || last.height === 0 || width === 0 || height === 0) return;
    if (last.width === width && last.height === height) return;
    kit.view.resized(width - last.width, height - last.height);
  }, [kit, width, height]);
}

const loadTidy = () => loadPart(() => import("./tidy"));

function portFor(kit: CanvasKit): CanvasPort {
  const { canvas, view } = kit;
  const menuAt = (key: string | null) => {
    const card = canvas.getState().scene.cards.get(key ?? "");
    const { x, y, width, height } = view.inView();
    return card === undefined ? { x: x + width / 3, y: y + height / 4 } : stepMenuPosition(card);
  };
  return {
    scene: () => canvas.getState().scene,
    inView: view.inView,
    fit: (keys) => {
      const { cards } = canvas.getState().scene;
      const chosen = keys?.map((key) => cards.get(key)).filter((card) => card !== undefined);
      view.fit(chosen === undefined ? shownBounds(kit) : boundsOf(chosen));
    },
    zoomTo: view.zoomTo,
    zoomIn: view.zoomIn,
    zoomOut: view.zoomOut,
    layOut: async () => (await loadTidy()).layOut(kit),
    showTidied: (before) => void loadTidy().then(({ showTidied }) => showTidied(kit, before)),
    focus: (key) => focusStep(kit, key ?? canvas.getState().tabStop ?? ""),
    writeNote: (id) => canvas.setState({ writtenNote: id }),
    rename: (key) => canvas.setState({ renaming: key }),
    openMenu: (step) => canvas.setState({ overlay: { kind: "stepMenu", step, at: menuAt(step) } }),
    endDrag: () => settleDrag(kit),
    ask: (question, key) => canvas.setState({ overlay: { kind: "question", question, at: menuAt(key) } }),
    showCycle: (cycle) => showCycle(kit, cycle),
  };
}

/** A layout that takes longer does not keep the steps from being seen. */
const longestWait = 8_000;

function useFirstFit(kit: CanvasKit): void {
  const id = useEditorState((state) => state.document.id);
  const sized = useStore((state) => state.width > 0 && state.height > 0);
  useEffect(() => {
    if (!sized || id === "") return;
    return whenDrawn(kit.canvas, () => {
      firstFit(kit);
      if (!waitsForLayout(kit.editor.store.getState().document)) return;
      const show = () => kit.canvas.setState({ arriving: false });
      const late = setTimeout(show, longestWait);
      const laidOut = loadTidy().then(({ layOutFirst }) => layOutFirst(kit));
      void laidOut.finally(() => {
        clearTimeout(late);
        show();
      });
    });
  }, [kit, id, sized]);
}

/** At once where the steps stand, or the moment they do: before anything of them comes into the page. The returned function calls it off. */
function whenDrawn(canvas: CanvasStore, look: () => void): () => void {
  if (canvas.getState().measured) {
    look();
    return () => {};
  }
  const stop = canvas.subscribe(({ scene }) => {
    if (scene === emptyScene) return;
    stop();
    look();
  });
  return stop;
}

function useRevealed(kit: CanvasKit): void {
  const revealed = useEditorState((state) => state.revealed);
  const last = useRef(revealed);
  const measured = useCanvas((state) => state.measured);
  useEffect(() => {
    if (!measured || revealed === null || revealed.count === last.current?.count) return;
    last.current = revealed;
    const { scene } = kit.canvas.getState();
    // Where nothing can be unfolded, what stands for it.
    const card = scene.cards.get(revealed.key) ?? scene.hidden.get(revealed.key)?.frame;
    if (card === undefined) return;
    kit.view.show(card);
    kit.canvas.setState({ pulse: { key: revealed.key, count: revealed.count }, tabStop: revealed.key });
  }, [kit, revealed, measured]);
}
